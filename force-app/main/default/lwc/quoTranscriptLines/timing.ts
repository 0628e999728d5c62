import type { Line } from './lines';

/** Seconds without a word that are worth skipping. */
const SHORTEST_SILENCE = 3;
/** Left of a silence on either side, so that no word is clipped. */
const BREATH = 0.5;

/** The index of the line that is being said, or was said last; -1 before the first. Lines may overlap. */
export function lineAt(lines: readonly Line[], position: number): number {
    let found = -1;
    lines.forEach(({ start }, index) => {
        const isLater = start !== undefined && start <= position;
        if (isLater && start >= (lines[found]?.start ?? 0)) found = index;
    });
    return found;
}

/** The stretches in which nobody speaks, as far as the lines show it: never before the first or after the last. */
export function silencesOf(lines: readonly Line[]): { readonly start: number; readonly end: number }[] {
    const spoken = lines
        .flatMap(({ start, end }) => (start === undefined ? [] : [{ start, end: end ?? start }]))
        .filter(({ start, end }) => end > start)
        .sort((one, other) => one.start - other.start);
    const silences: { start: number; end: number }[] = [];
    let saidUntil = spoken[0]?.start ?? 0;
    for (const { start, end } of spoken) {
        if (start - saidUntil >= SHORTEST_SILENCE) silences.push({ start: saidUntil + BREATH, end: start - BREATH });
        saidUntil = Math.max(saidUntil, end);
    }
    return silences;
}
