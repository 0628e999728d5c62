import type { KnownRecord } from '../../contracts/store.ts';
import { sealedText, type Sealed } from '../sealing/sealed.ts';

/** The key of a lead is the caller's number; all others are made of Quo's ids. */
export function recordKey(object: KnownRecord['object'], key: string): string | Sealed {
    return object === 'Lead' ? sealedText(key) : key;
}
