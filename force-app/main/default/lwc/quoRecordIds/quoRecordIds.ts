/** Record ids come with 15 characters or, with a checksum for case, with 18: the first 15 are the record's. */

/** @returns the 15 characters that tell one record from another */
export function shortId(id: string): string {
    return id.slice(0, 15);
}

export function isSameRecord(one: string | undefined, other: string | undefined): boolean {
    return one !== undefined && other !== undefined && shortId(one) === shortId(other);
}
