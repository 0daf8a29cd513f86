import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Refused } from './refusal.ts';

/** May an address be asked for articles? Tests that serve their own say otherwise; users cannot. */
export type Allow = (address: string) => boolean;

/** Only addresses of the public internet: nothing private, loopback, link-local, reserved, or another's in disguise (mapped, 6to4, NAT64). */
export const isPublic: Allow = (address) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const refusal = (host: string, address: string): Refused =>
  new Refused(
    `it leads to ${host === address ? address : `${host}, which is ${address}`}, and only addresses of the public internet are fetched: save the page, and give the file`,
  );

/**
 * Resolves a name for a connection, and refuses it where any of its addresses is not allowed. It is asked at each connection,
 * so what a name meant before says nothing: the address that was checked is the one that is connected to.
 */
export const guardedLookup =
  (allow: Allow): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const forbidden = addresses.find(({ address }) => !allow(address));
      if (forbidden || addresses.length === 0) return done(refusal(host, forbidden?.address ?? 'nowhere'), '', 0);
      if (options.all) return (done as unknown as (error: null, addresses: unknown) => void)(null, addresses);
      done(null, addresses[0].address, addresses[0].family);
    });
  };

/** An address that stands in a URL as such is never looked up: it is checked by itself. Throws Refused. */
export function checkHost({ hostname }: URL, allow: Allow): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !allow(host)) throw refusal(host, host);
}
