/** One thing that somebody said. */
export interface Line {
    /** Ours or theirs, as Quo told; absent where only a text is there, which does not say. */
    readonly side?: 'us' | 'them';
    /** Name or number; empty where it was not told. */
    readonly who: string;
    /** Seconds into the recording, where they are known. */
    readonly start?: number;
    readonly end?: number;
    readonly text: string;
}

/** A record of a transcript: a long one is several. */
export interface TranscriptPart {
    /** From 1. */
    readonly part: number;
    /** A JSON array of lines, as the connector writes it. */
    readonly lines: string | undefined;
}

const isSeconds = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** @returns nothing for what is no line: one that cannot be read takes no other with it */
function lineOf(seen: unknown): Line | undefined {
    if (typeof seen !== 'object' || seen === null) return undefined;
    const { side, who, start, end, text } = seen as Record<string, unknown>;
    if (typeof text !== 'string' || text.trim() === '') return undefined;
    return {
        ...(side === 'us' || side === 'them' ? { side } : {}),
        who: typeof who === 'string' ? who : '',
        ...(isSeconds(start) ? { start, end: isSeconds(end) && end >= start ? end : start } : {}),
        text
    };
}

function parsed(json: string): readonly unknown[] {
    try {
        const seen: unknown = JSON.parse(json);
        return Array.isArray(seen) ? seen : [];
    } catch {
        return [];
    }
}

/** The lines of all parts, in the order of the parts, whatever order the records come in. */
export function readLines(parts: readonly TranscriptPart[]): readonly Line[] {
    return [...parts]
        .sort((one, other) => one.part - other.part)
        .flatMap(({ lines }) => parsed(lines ?? '[]'))
        .flatMap((seen) => lineOf(seen) ?? []);
}
