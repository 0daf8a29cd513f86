import type { Claim, Message } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** How a claim came about, or why something did not become one. */
export interface Trace {
  /** Id of the claim that was kept, null for what was dropped or never proposed. */
  claim: string | null;
  start: number;
  end: number;
  /** Names of the rules, tables and refiners that had a hand in it, in order. */
  rules: string[];
  note: string;
}

/** What reading one document gives. `trace` is empty unless it was asked for. */
export interface Reading {
  claims: Claim[];
  messages: Message[];
  trace: Trace[];
}

/** A language that articles can be read in. The engine is handed one; it never imports one. */
export interface Language {
  /** BCP 47 primary subtag. */
  code: string;
  read(document: Document, knowledge: Knowledge, options?: { explain?: boolean }): Reading;
}
