import type { Filed, Problem } from './wire.ts';

const ROOT = '/api/v1';
const KEPT = 'counterclaim.token';

/** An answer that was not the one hoped for, with the server's own words for it. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.errors?.map((each) => `${each.field}: ${each.detail}`).join('; ') || problem.detail || problem.title);
    this.problem = problem;
  }
}

let token = sessionStorage.getItem(KEPT);

/** Holds a token for this tab, or lets go of it. */
export function takeToken(next: string | null): void {
  token = next;
  if (next) sessionStorage.setItem(KEPT, next);
  else sessionStorage.removeItem(KEPT);
}

export const hasToken = (): boolean => token !== null;

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  headers.set('x-counterclaim', 'desk');
  let answer: Response;
  try {
    answer = await fetch(ROOT + path, { ...init, headers, credentials: 'omit' });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Refusal({
      type: 'about:blank',
      title: 'The ledger does not answer',
      status: 0,
      detail: 'The server cannot be reached. Is counterclaim serve still running?',
    });
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => null);
  throw new Refusal(problem ?? { type: 'about:blank', title: answer.statusText, status: answer.status });
}

/** Reads a resource. The browser's own cache keeps it with its ETag. */
export const read = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await call(path, { signal, headers: { accept: 'application/json' } })).json();

/**
 * On the reader's own machine the server hands a session to the page that it served itself, and to nobody else;
 * anywhere else a token is pasted. `name` is what review acts are signed with.
 */
export async function openSession(name: string): Promise<void> {
  const answer = await call('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  takeToken((await answer.json()).token);
}

/** Does a write, opening a session first where there is none; one that has run out is opened anew, once. */
async function writing(path: string, init: RequestInit): Promise<Response> {
  if (!token) await openSession(signature());
  try {
    return await call(path, init);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.problem.status !== 401) throw refusal;
    takeToken(null);
    await openSession(signature());
    return call(path, init);
  }
}

export const write = async <T>(path: string, body: unknown): Promise<T> =>
  (
    await writing(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  ).json();

/** Sends a file as it is, or an address, and tells what became of each article as soon as the server says so. */
export async function send(what: File | string, told: (filed: Filed) => void): Promise<void> {
  const answer = await (typeof what === 'string'
    ? writing('/ingest/address', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: what }),
      })
    : writing(`/ingest/file?name=${encodeURIComponent(what.name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: what,
      }));
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop()!;
    for (const line of lines) told(JSON.parse(line));
  }
}

/** The name that this reader signs with, kept in this browser. */
export const signature = (): string => localStorage.getItem('counterclaim.name') ?? 'desk';
export const sign = (name: string): void => localStorage.setItem('counterclaim.name', name);

/** Listens to the ledger's changes; calls back once for each burst. Returns how to stop. */
export function listen(onChange: () => void): () => void {
  const stop = new AbortController();
  let due: ReturnType<typeof setTimeout> | undefined;
  const follow = async () => {
    while (!stop.signal.aborted) {
      try {
        const answer = await call('/changes', { signal: stop.signal, headers: { accept: 'text/event-stream' } });
        const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          if (!part.value.includes('event: change')) continue;
          clearTimeout(due);
          due = setTimeout(onChange, 400);
        }
      } catch {
        // The stream breaks when the server stops; the views say so, this only tries again.
      }
      await new Promise((wait) => setTimeout(wait, 5000));
    }
  };
  follow();
  return () => {
    clearTimeout(due);
    stop.abort();
  };
}
