/** What proves, beside a link to a photo or a file of a text, that whoever looks may see those of its Task in place. */
const PROOF = ['d', 'g', 'p'] as const;
/** What both links name alike: the connection and the Task. */
const SAME = ['c', 'w'] as const;

/**
 * The address of an attachment that is shown in place. Only listeners read the field, and what it proves goes nowhere but
 * to the host and the Task that it was made for, whatever somebody wrote into the Description.
 *
 * @param address as the Description has it
 * @param field what the field that only listeners read holds, where it is read
 */
export function shownInPlace(address: string, field: string | undefined): string {
    try {
        const [url, proven] = [new URL(address), new URL(field ?? '')];
        const isOfTask = SAME.every((name) => url.searchParams.get(name) === proven.searchParams.get(name));
        if (url.origin !== proven.origin || !url.searchParams.has('w') || !isOfTask) return address;
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
