import type { AssignmentRule, AutomationStep, StepValue } from '../automation/steps.ts';
import type { Habits, HabitualAutomation } from './habits.ts';

type Values = Readonly<Record<string, StepValue>>;

/** The queue that automation gives records to. */
export const QUEUE = 'Automation';
const queue: StepValue = { find: { object: 'Group', field: 'DeveloperName', value: QUEUE } };
const reviewed: StepValue = { formula: 'Description & " (reviewed)"' };

/** What a flow that sets a field is taken to put there: on tasks, and on leads. */
const TASK_VALUES: Values = {
    OwnerId: queue,
    Subject: { formula: 'LEFT(Subject, 240) & " (reviewed)"' },
    Description: reviewed,
    TaskSubtype: 'Call',
    Type: 'Call'
};
const LEAD_VALUES: Values = {
    OwnerId: queue,
    FirstName: { formula: 'UPPER(FirstName)' },
    LastName: { formula: 'UPPER(LastName)' },
    Company: { formula: 'UPPER(Company)' },
    Phone: { formula: 'SUBSTITUTE(Phone, "+", "")' },
    MobilePhone: { formula: 'SUBSTITUTE(MobilePhone, "+", "")' },
    Description: reviewed,
    Country: 'Canada',
    State: 'QC',
    PostalCode: 'H2X 1Y4',
    Website: 'https://example.org'
};

/**
 * What an org's flows do when a record is made, as if none of them had a filter. A refusal whose condition is not known,
 * and whatever concerns objects that this org lacks, are left out.
 */
export function automationOf(habits: Habits): AutomationStep[] {
    const { Task, Lead } = habits.automation ?? {};
    return [
        ...setters('Task', Task, { ...TASK_VALUES, ...closedStatus(habits) }),
        ...lastRecordType('Task', Task, habits),
        ...followers(Task),
        ...setters('Lead', Lead, LEAD_VALUES),
        ...lastRecordType('Lead', Lead, habits),
        ...(Lead?.create?.includes('Task') === true ? [followUp('Lead', 'Id')] : [])
    ];
}

/** Leads that automation changes may get another owner: an assignment rule runs then too. */
export function assignmentRulesOf({ automation }: Habits): AssignmentRule[] {
    if (automation?.Task?.update?.includes('Lead') !== true) return [];
    return [{ object: 'Lead', name: 'Standard', entries: [{ owner: { queue: QUEUE } }] }];
}

function setters(object: string, automation: HabitualAutomation | undefined, known: Values): AutomationStep[] {
    const set = (automation?.setOnItself ?? []).filter((field) => field in known);
    if (set.length === 0) return [];
    const values = Object.fromEntries(set.map((field): [string, StepValue] => [field, known[field] as StepValue]));
    return [{ name: `${object}_Before_Save`, object, when: 'before', on: ['create'], action: { does: 'set', values } }];
}

/** The closed status that a logger is the least likely to have chosen. */
function closedStatus({ TaskStatus = [] }: Habits): Values {
    const last = TaskStatus.filter((status) => status.closed).at(-1);
    return last ? { Status: last.value } : {};
}

function lastRecordType(
    object: string,
    automation: HabitualAutomation | undefined,
    { recordTypes = [] }: Habits
): AutomationStep[] {
    const last = recordTypes.filter((type) => type.object === object).at(-1);
    if (!last || automation?.setOnItself?.includes('RecordTypeId') !== true) return [];
    const find = { object: 'RecordType', field: 'DeveloperName', value: last.name };
    const action = { does: 'set', values: { RecordTypeId: { find } } } as const;
    return [{ name: `${object}_Record_Type`, object, when: 'after', on: ['create'], action }];
}

/** What tasks set off: changes of the person, the account and the opportunity, and tasks to follow up. */
function followers(automation: HabitualAutomation | undefined): AutomationStep[] {
    const { update = [], create = [], setOnItself = [] } = automation ?? {};
    const changes = [
        ['Lead', 'WhoId', { Rating: 'Warm' }],
        ['Account', 'AccountId', { Rating: 'Warm' }],
        ['Opportunity', 'WhatId', { NextStep: 'Call back' }]
    ] as const;
    return [
        ...changes
            .filter(([object]) => update.includes(object))
            .map(([object, lookup, values]): AutomationStep => ({
                name: `Task_${object}_After_Save`,
                object: 'Task',
                when: 'after',
                on: ['create'],
                action: { does: 'update', lookup, object, values }
            })),
        ...(create.includes('Task') ? [followUp('Task', 'WhoId')] : []),
        ...(setOnItself.includes('WhatId') ? [ACCOUNT_AS_WHAT] : [])
    ];
}

/** A contact's task is put on the account too. */
const ACCOUNT_AS_WHAT: AutomationStep = {
    name: 'Task_Related_To',
    object: 'Task',
    when: 'after',
    on: ['create'],
    condition: 'AND(BEGINS(WhoId, "003"), ISBLANK(WhatId), NOT(ISBLANK(AccountId)))',
    action: { does: 'set', values: { WhatId: { field: 'AccountId' } } }
};

function followUp(object: string, who: string): AutomationStep {
    const values = { Subject: 'Follow up', WhoId: { field: who } };
    return {
        name: `${object}_Follow_Up`,
        object,
        when: 'after',
        on: ['create'],
        ...(object === 'Task' ? { condition: 'NOT(BEGINS(Subject, "Follow up"))' } : {}),
        action: { does: 'create', object: 'Task', values }
    };
}
