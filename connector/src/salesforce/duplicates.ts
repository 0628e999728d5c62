import { z } from 'zod';

const DuplicateResult = z.object({
    matchResults: z.array(
        z.object({
            matchRecords: z.array(
                z.object({
                    matchConfidence: z.number().nullish(),
                    record: z.looseObject({ Id: z.string(), attributes: z.object({ type: z.string() }).optional() })
                })
            )
        })
    )
});

/** A person in this order: a contact is somebody known, a lead somebody who may become it. */
const RANK: Readonly<Record<string, number>> = { Contact: 0, Account: 1, Lead: 2 };

/**
 * The record that a duplicate rule names: a contact rather than a lead, then the surest match, then the lowest id, so
 * that every process decides alike.
 */
export function duplicateNamed(duplicateResult: unknown): string | undefined {
    const parsed = DuplicateResult.safeParse(duplicateResult);
    if (!parsed.success) return undefined;
    const records = parsed.data.matchResults.flatMap((result) =>
        result.matchRecords.map(({ matchConfidence, record }) => ({
            id: record.Id,
            rank: RANK[record.attributes?.type ?? ''] ?? 3,
            confidence: matchConfidence ?? 0
        }))
    );
    return records.toSorted((a, b) => a.rank - b.rank || b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0]?.id;
}
