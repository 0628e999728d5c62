import type { CallFact, Recording } from '../facts.ts';
import { newestOf } from '../latest.ts';

type RecordingsFact = Extract<CallFact, { readonly kind: 'recordings' }>;

/**
 * Every segment that was ever told, each once, oldest first.
 *
 * @param facts in the order in which they were told
 * @returns `undefined` while Quo has not said anything final; `[]` once it said that there is none
 */
export function mergedRecordings(facts: readonly RecordingsFact[]): readonly Recording[] | undefined {
    const byId = Map.groupBy(
        facts.flatMap((fact) => fact.recordings),
        (recording) => recording.id
    );
    if (byId.size === 0) return facts.some((fact) => fact.progress !== 'in-progress') ? [] : undefined;
    const segments = [...byId.entries()]
        .map(([id, told]): Recording => ({ id, ...newestOf(told, ['startedAt', 'duration', 'type', 'url']) }))
        .sort((a, b) => (position(a) < position(b) ? -1 : 1));
    return withoutNameless(segments);
}

/** Webhooks that were made in Quo's app (v2, v3) give no ids; Quo's API tells the same segments with theirs. */
function withoutNameless(segments: readonly Recording[]): readonly Recording[] {
    const [named, nameless] = [segments.filter(hasOwnId), segments.filter((one) => !hasOwnId(one))];
    return [...named.map((one, n) => ({ ...nameless[n], ...one })), ...nameless.slice(named.length)];
}

/** `CR…` or `RE…`, unlike those that the edge makes. */
function hasOwnId({ id }: Recording): boolean {
    return /^[A-Z]/.test(id);
}

/** A segment without a start is put last; the id decides between equals. */
function position(recording: Recording): string {
    return `${recording.startedAt ?? '~'} ${recording.id}`;
}
