/** What proves, in the field that only listeners read, that its call plays, or its texts are shown, in place. */
const PROOF = ['d', 'g', 'p'] as const;
/** What both links name alike: the connection, and the Task of texts. */
const SAME = ['c', 'w'] as const;
const RECORDINGS = /^\/recordings\/[^/]+\//;

/** Attachments of one Task name it; recordings of one call stand in one folder. */
function isOfOne(url: URL, proven: URL): boolean {
    if (!SAME.every((name) => url.searchParams.get(name) === proven.searchParams.get(name))) return false;
    const [call] = RECORDINGS.exec(url.pathname) ?? [];
    return call === undefined ? url.searchParams.has('w') : call === RECORDINGS.exec(proven.pathname)?.[0];
}

/**
 * The address of a recording that plays in place, or of an attachment that is shown there. Only listeners read the field,
 * and what it proves goes nowhere but to the host, and the call or Task, that it was made for, whatever somebody wrote into
 * the Description.
 *
 * @param address as the Description has it
 * @param field what the field that only listeners read holds, where it is read
 */
export function shownInPlace(address: string, field: string | undefined): string {
    try {
        const [url, proven] = [new URL(address), new URL(field ?? '')];
        const isProof = PROOF.every((name) => proven.searchParams.has(name));
        if (!isProof || url.origin !== proven.origin || !isOfOne(url, proven)) return address;
        for (const name of PROOF) url.searchParams.set(name, proven.searchParams.get(name) ?? '');
        return url.href;
    } catch {
        return address;
    }
}

/** An address that plays or shows in place is told who looks: a user who lost the right is refused at once. It proves nothing. */
export function viewedBy(address: string, userId: string): string {
    return new URL(address).searchParams.has('g') ? `${address}&u=${userId}` : address;
}
