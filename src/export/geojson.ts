import type { Event } from '../model/event.ts';

/** An event as a GeoJSON feature (RFC 7946: longitude first); null where its place has no point. */
export function feature(event: Event): object | null {
  const { place, time, origins, documents, ...rest } = event;
  if (!place || place.latitude === null || place.longitude === null) return null;
  return {
    type: 'Feature',
    id: rest.id,
    geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    properties: {
      type: rest.type,
      title: rest.title,
      standing: rest.standing,
      from: time?.from ?? null,
      to: time?.to ?? null,
      place: place.name,
      place_id: place.id,
      precision: place.precision,
      documents: documents.length,
      origins: origins.length,
      disputes: rest.disputes.length,
    },
  };
}
