import { OrgError } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';

/** A duplicate rule that a scenario switches on: records of `matches` with the same `fields` are duplicates. */
export interface DuplicateRule {
    readonly name: string;
    readonly object: string;
    readonly matches: string;
    /** Fields that must all be equal and filled. */
    readonly fields: readonly string[];
    /** `alert` lets a save through when the caller says so; `block` never does. */
    readonly action: 'alert' | 'block';
    readonly message: string;
}

const CONFIDENCE = 100;

/**
 * @throws {OrgError} DUPLICATES_DETECTED with the matching records, unless the rule only alerts and the caller asked to
 *   save all the same
 */
export function checkDuplicateRules(state: OrgState, caller: Caller, object: SObject, row: Row, base: string): void {
    for (const rule of state.duplicateRules) {
        if (rule.object !== object.name || (rule.action === 'alert' && caller.duplicateRule.allowSave)) continue;
        const matching = findMatches(state, rule, row);
        if (matching.length > 0) throw detected(rule, matching, caller.duplicateRule.includeRecordDetails, base);
    }
}

function findMatches(state: OrgState, rule: DuplicateRule, row: Row): Row[] {
    const target = state.schema.object(rule.matches);
    if (!target || rule.fields.some((field) => row[field] === undefined || row[field] === null)) return [];
    const key = (record: Row): string => rule.fields.map((field) => String(record[field]).toLowerCase()).join('\n');
    const wanted = key(row);
    return [...state.tables.of(target).all()].filter(
        (record) => record.Id !== row.Id && !isDeleted(record) && key(record) === wanted
    );
}

function detected(rule: DuplicateRule, matching: readonly Row[], details: boolean, base: string): OrgError {
    const matchRecords = matching.map((record) => ({
        additionalInformation: [],
        fieldDiffs: [],
        matchConfidence: CONFIDENCE,
        record: {
            attributes: { type: rule.matches, url: `${base}/sobjects/${rule.matches}/${String(record.Id)}` },
            Id: record.Id,
            ...(details ? Object.fromEntries(rule.fields.map((field) => [field, record[field]])) : {})
        }
    }));
    const duplicateResult = {
        allowSave: rule.action === 'alert',
        duplicateRule: rule.name,
        duplicateRuleEntityType: rule.object,
        errorMessage: rule.message,
        matchResults: [
            {
                entityType: rule.matches,
                errors: [],
                matchEngine: 'FuzzyMatchEngine',
                matchRecords,
                rule: `${rule.name}_Match`,
                size: matchRecords.length,
                success: true
            }
        ]
    };
    return new OrgError(400, 'DUPLICATES_DETECTED', rule.message, undefined, { duplicateResult });
}
