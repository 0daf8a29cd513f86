import { Command, CommanderError, Option as CommanderOption } from 'commander';
import { type CommandFile, type Io, UsageError } from './command.ts';
import { commands } from './commands/index.ts';

/** The version in package.json; a test keeps them the same. */
export const VERSION = '0.1.0';

/** Runs one call, and gives its exit status: 0, 1 where something was refused or not found, 2 where the call was wrong. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let status = 0;
  const program = createProgram(io, (done) => {
    status = done;
  });
  try {
    await program.parseAsync(args as string[], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { message, name, code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return 0; // whoever was reading has seen enough
    if (error instanceof UsageError || name === 'LedgerError') {
      io.stderr.write(`counterclaim: ${message}\n`);
      return 2;
    }
    io.stderr.write(`counterclaim: ${(error as Error).stack ?? message}\n`);
    return 1;
  }
}

export function createProgram(io: Io, done: (status: number) => void): Command {
  const program = new Command('counterclaim')
    .description('The ledger of who claims what in war news.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(--help says how)')
    .enablePositionalOptions();
  for (const file of commands) program.addCommand(commandOf(file, io, done));
  return program;
}

function commandOf(file: CommandFile, io: Io, done: (status: number) => void): Command {
  const [name, ...args] = file.usage.split(' ');
  const command = new Command(name).description(file.summary).exitOverride();
  command.configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  for (const argument of args) command.argument(argument);
  for (const { flags, what, choices, parse } of file.options) {
    const option = new CommanderOption(flags, what);
    if (choices) option.choices([...choices]);
    if (parse) option.argParser((value) => parse(value));
    command.addOption(option);
  }
  // Commander hands over the arguments, the options, and the command.
  return command.action(async (...given: unknown[]) => {
    const values = given
      .slice(0, -2)
      .flat()
      .filter((value) => value !== undefined) as string[];
    done(await file.run({ args: values, options: given.at(-2) as Record<string, unknown>, io }));
  });
}
