import type { CommandFile } from '../command.ts';
import { changes } from './changes.ts';
import { claims } from './claims.ts';
import { disputes } from './disputes.ts';
import { documents } from './documents.ts';
import { events } from './events.ts';
import { exportCommand } from './export.ts';
import { extract } from './extract.ts';
import { ingest } from './ingest.ts';
import { origins } from './origins.ts';
import { records } from './records.ts';
import { relink } from './relink.ts';
import { serve } from './serve.ts';
import { show } from './show.ts';
import { sideRecords } from './side-records.ts';
import { token } from './token.ts';
import { why } from './why.ts';

/** All commands, in the order of `--help`: reading, filing, asking, explaining, running. */
export const commands: readonly CommandFile[] = [
  extract,
  ingest,
  events,
  claims,
  disputes,
  records,
  sideRecords,
  origins,
  documents,
  changes,
  show,
  why,
  relink,
  exportCommand,
  serve,
  token,
];
