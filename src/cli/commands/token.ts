import type { Role } from '../../store/ledger.ts';
import { type Call, type CommandFile, UsageError } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { ledger } from '../options.ts';
import { write } from '../out.ts';
import { table } from '../table.ts';

const ROLES = ['reader', 'reviewer', 'admin'] as const satisfies readonly Role[];

export const token: CommandFile = {
  usage: 'token <action> [name-or-id]',
  summary: 'make, list and revoke the tokens of a served ledger: add NAME, list, revoke ID',
  options: [
    ledger,
    { flags: '--role <role>', what: 'of a new token: what its bearer may do (default: reader)', choices: ROLES },
  ],
  run: (call) => {
    const [action] = call.args;
    const act = actions[action];
    if (!act) throw new UsageError(`token ${action}: say "token add NAME", "token list", or "token revoke ID"`);
    return act(call);
  },
};

const actions: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  add(call) {
    const name = call.args[1];
    if (!name) throw new UsageError('token add whom? Give a name by which you will know it in the list');
    return withLedger(
      call,
      async (ledger) => {
        const { token, row } = await ledger.addToken(name, (call.options.role as Role) ?? 'reader');
        await write(call.io.stdout, `${token}\n`);
        await write(
          call.io.stderr,
          `That is the ${row.role} token of ${row.name}. It is shown this once: the ledger keeps only its hash.\n`,
        );
        return 0;
      },
      { make: true },
    );
  },
  list: (call) =>
    withLedger(call, async (ledger) => {
      const rows = await ledger.tokens();
      await write(
        call.io.stdout,
        rows.length === 0
          ? 'no tokens\n'
          : table(
              [
                { heading: 'id', cell: (row) => row.id },
                { heading: 'name', cell: (row) => row.name },
                { heading: 'role', cell: (row) => row.role },
                { heading: 'made', cell: (row) => row.created },
                { heading: 'revoked', cell: (row) => row.revoked },
              ],
              rows,
              call.io,
            ),
      );
      return 0;
    }),
  revoke(call) {
    const id = Number(call.args[1]);
    if (!Number.isInteger(id)) throw new UsageError('token revoke which? Give its id, which "token list" shows');
    return withLedger(call, async (ledger) => {
      if (await ledger.revokeToken(id)) return 0;
      await write(call.io.stderr, `counterclaim: there is no token ${id} in force\n`);
      return 1;
    });
  },
};
