import type { Line } from './lines';

/** One speaker, and when he or she speaks. */
export interface Lane {
    readonly key: string;
    readonly side?: 'us' | 'them';
    readonly who: string;
    /** Seconds. */
    readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** A lane for each speaker, in the order of their first words. Without times there are none. */
export function speakerLanes(lines: readonly Line[]): readonly Lane[] {
    const lanes = new Map<string, Lane & { readonly spans: { start: number; end: number }[] }>();
    for (const { side, who, start, end } of lines) {
        if (start === undefined || end === undefined || end <= start) continue;
        const key = `${side ?? ''} ${who}`;
        const lane = lanes.get(key) ?? { key, ...(side === undefined ? {} : { side }), who, spans: [] };
        lane.spans.push({ start, end });
        lanes.set(key, lane);
    }
    return [...lanes.values()];
}
