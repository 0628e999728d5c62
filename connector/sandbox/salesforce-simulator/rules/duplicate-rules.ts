import { canSee } from '../access/sharing.ts';
import { OrgError } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';
import type { Save } from './objects/object-rules.ts';

type Action = 'alert' | 'block';

/** A duplicate rule: records of `matches` with the same `fields` are duplicates. */
export interface DuplicateRule {
    readonly name: string;
    readonly object: string;
    /** One object or several; `PersonAccount` stands for the accounts that are people. */
    readonly matches: string | readonly string[];
    /** Fields that must all be equal and filled. */
    readonly fields: readonly string[];
    /** `alert` lets a save through when the caller says so; `block` never does. */
    readonly action: Action;
    /** The same for changes of records; as `action` when absent. */
    readonly onUpdate?: Action | 'allow';
    /** Whether records that the user cannot see are looked at too; they are when absent. */
    readonly enforcesSharing?: boolean;
    readonly message: string;
}

const CONFIDENCE = 100;

/**
 * @throws {OrgError} DUPLICATES_DETECTED with the matching records, unless the rule only alerts and the caller asked to
 *   save all the same
 */
export function checkDuplicateRules(state: OrgState, caller: Caller, object: SObject, save: Save): void {
    for (const rule of state.duplicateRules) {
        if (rule.object !== object.name) continue;
        const action = save.previous ? (rule.onUpdate ?? rule.action) : rule.action;
        if (action === 'allow' || (action === 'alert' && caller.duplicateRule.allowSave)) continue;
        const found = findMatches(state, caller, rule, save.next);
        if (found.length === 0) continue;
        const base = `/services/data/v${state.settings.apiVersion}`;
        throw detected(rule, action, found, caller.duplicateRule.includeRecordDetails, base);
    }
}

interface Matches {
    readonly object: string;
    readonly rows: readonly Row[];
}

function findMatches(state: OrgState, caller: Caller, rule: DuplicateRule, row: Row): Matches[] {
    if (rule.fields.some((field) => row[field] === undefined || row[field] === null)) return [];
    const key = (record: Row): string => rule.fields.map((field) => String(record[field]).toLowerCase()).join('\n');
    const wanted = key(row);
    const isMatch = (record: Row): boolean =>
        record.Id !== row.Id &&
        !isDeleted(record) &&
        key(record) === wanted &&
        (rule.enforcesSharing !== true || canSee(state, caller, record));
    return [rule.matches].flat().flatMap((name) => {
        const rows = candidates(state, name).filter(isMatch);
        return rows.length === 0 ? [] : [{ object: name, rows }];
    });
}

function candidates(state: OrgState, name: string): Row[] {
    const isPerson = name === 'PersonAccount';
    const object = state.schema.object(isPerson ? 'Account' : name);
    const rows = object ? [...state.tables.of(object).all()] : [];
    return isPerson ? rows.filter((row) => row.IsPersonAccount === true) : rows;
}

function detected(
    rule: DuplicateRule,
    action: Action,
    found: readonly Matches[],
    details: boolean,
    base: string
): OrgError {
    const duplicateResult = {
        allowSave: action === 'alert',
        duplicateRule: rule.name,
        duplicateRuleEntityType: rule.object,
        errorMessage: rule.message,
        matchResults: found.map((matches) => matchResult(rule, matches, details, base))
    };
    return new OrgError(400, 'DUPLICATES_DETECTED', rule.message, undefined, { duplicateResult });
}

function matchResult(rule: DuplicateRule, { object, rows }: Matches, details: boolean, base: string): unknown {
    const type = object === 'PersonAccount' ? 'Account' : object;
    const matchRecords = rows.map((record) => ({
        additionalInformation: [],
        fieldDiffs: [],
        matchConfidence: CONFIDENCE,
        record: {
            attributes: { type, url: `${base}/sobjects/${type}/${String(record.Id)}` },
            Id: record.Id,
            ...(details ? Object.fromEntries(rule.fields.map((field) => [field, record[field]])) : {})
        }
    }));
    return {
        entityType: type,
        errors: [],
        matchEngine: 'FuzzyMatchEngine',
        matchRecords,
        rule: `${rule.name}_Match`,
        size: matchRecords.length,
        success: true
    };
}
