import { z } from 'zod';

/** Rules that both surfaces have for the keys of a contact. */

const TAKEN_SOURCES = ['openphone', 'device', 'csv', 'zapier', 'google-people', 'other'];

/** Quo keeps some labels, and every one that begins with `openphone` or `csv`, to itself. */
export const Source = z
    .string()
    .min(1)
    .max(72)
    .refine(
        (source) => !TAKEN_SOURCES.includes(source) && !/^(openphone|csv)/.test(source),
        'This source is reserved by Quo'
    );
export const ExternalId = z.string().min(1).max(75);
export const SourceUrl = z.url().min(1).max(200);
export const ActorId = z.string().regex(/^(US|SYU)(.*)$/);
