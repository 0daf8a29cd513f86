import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from '../src/cli/commands/index.ts';

const docs = readFileSync(new URL('../docs/cli.md', import.meta.url), 'utf8');
/** What stands under a heading, up to the next of its rank. */
const section = (heading: string): string => docs.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';

it.each(commands.map((command) => [command.usage, command] as const))(
  '%s is documented, with each of its options',
  (usage, { options }) => {
    const name = usage.split(' ')[0];
    const text = section(`\`counterclaim ${name}`);
    expect(text, `docs/cli.md has no heading "## \`counterclaim ${usage}\`"`).not.toBe('');
    expect(text).toContain(usage.replace(/[[\]<>.]/g, (c) => c));
    const common = section('Options that several commands have');
    const missing = options
      .map(({ flags }) => flags.split(' ')[0])
      .filter((flag) => !text.includes(flag) && !common.includes(`\`${flag}`));
    expect(missing, `options of ${name} that docs/cli.md does not tell of`).toEqual([]);
  },
);

it('documents no command and no option that there is not', () => {
  const named = [...docs.matchAll(/^## `counterclaim (\S+)/gm)].map(([, name]) => name.replace('`', ''));
  expect(named.sort()).toEqual(commands.map(({ usage }) => usage.split(' ')[0]).sort());
  const flags = new Set(commands.flatMap(({ options }) => options.map((option) => option.flags.split(' ')[0])));
  const told = new Set([...docs.matchAll(/--[a-z][a-z-]+/g)].map(([flag]) => flag));
  expect([...told].filter((flag) => !flags.has(flag) && !['--help', '--version'].includes(flag))).toEqual([]);
});
