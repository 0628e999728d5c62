import type { Line } from 'c/quoTranscriptLines';

/** When the recording begins, in seconds from the first one of its call, as the connector wrote into its address. */
function offsetIn(address: string): number {
    const told = new URL(address).searchParams.get('o') ?? '';
    return /^\d{1,6}(\.\d{1,3})?$/.test(told) ? Number(told) : NaN;
}

/**
 * The lines that are heard in each recording of a call, counted from its beginning. A line belongs to the recording that
 * began last before it.
 *
 * @param addresses of two or more recordings, in order
 * @returns undefined where it is not told when each begins, or a line's time is not known: then of none it is known
 */
export function linesByRecording(
    lines: readonly Line[],
    addresses: readonly string[]
): readonly (readonly Line[])[] | undefined {
    const offsets = addresses.map(offsetIn);
    const isTold = offsets.every((offset, index) => offset >= (offsets[index - 1] ?? 0));
    if (!isTold || lines.some(({ start }) => start === undefined)) return undefined;
    return offsets.map((from, index) => {
        // What is said before the first recording is heard at its beginning.
        const [begins, ends] = [index === 0 ? -Infinity : from, offsets[index + 1] ?? Infinity];
        return lines.flatMap((line) => {
            const { start = 0, end } = line;
            if (start < begins || start >= ends) return [];
            const moved = { ...line, start: Math.max(0, start - from) };
            return [end === undefined ? moved : { ...moved, end: Math.max(moved.start, end - from) }];
        });
    });
}
