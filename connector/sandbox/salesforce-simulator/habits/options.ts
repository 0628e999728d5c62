import type { Customization } from '../customizing/customization.ts';
import type { OrgOptions } from '../options.ts';
import type { DuplicateRule } from '../rules/duplicate-rules.ts';
import { assignmentRulesOf, automationOf, QUEUE } from './automation.ts';
import { fieldsOf } from './fields.ts';
import type { Habits, SharingModel } from './habits.ts';
import { picklistsOf } from './picklists.ts';
import { recordTypesOf } from './record-types.ts';
import { rulesOf } from './rules.ts';

/** What an org is started with to have these habits. @throws {Error} with the words of a rule that is not known */
export function optionsOf(habits: Habits): OrgOptions {
    const customization: Customization = {
        ...picklistsOf(habits),
        fields: fieldsOf(habits),
        recordTypes: recordTypesOf(habits),
        validationRules: rulesOf(habits),
        duplicateRules: duplicateRulesOf(habits),
        automation: automationOf(habits),
        assignmentRules: assignmentRulesOf(habits),
        queues: [QUEUE]
    };
    const hasPeople = habits.duplicateRules?.some((rule) => rule.matchesObjects.includes('PersonAccount')) ?? false;
    return {
        customization,
        sharing: sharingOf(habits),
        sharedActivities: habits.sharedActivities ?? false,
        ...(hasPeople ? { personAccounts: true } : {})
    };
}

/** Tasks and events are as activities are where only that is known. */
function sharingOf({ sharing = {} }: Habits): Readonly<Record<string, SharingModel>> {
    const { Activity } = sharing;
    return Activity === undefined ? sharing : { Task: Activity, Event: Activity, ...sharing };
}

/** Which fields a rule compares is not known: the phone, which such rules compare exactly. Changes are not looked at. */
function duplicateRulesOf({ duplicateRules = [] }: Habits): DuplicateRule[] {
    return duplicateRules.map(({ object, onInsert, security, matchesObjects }, index) => ({
        name: `${object}_Duplicate_Rule_${index + 1}`,
        object,
        matches: matchesObjects,
        fields: ['Phone'],
        action: onInsert === 'Block' ? 'block' : 'alert',
        onUpdate: 'allow',
        enforcesSharing: security === 'EnforceSharingRules',
        message: 'Use one of these records?'
    }));
}
