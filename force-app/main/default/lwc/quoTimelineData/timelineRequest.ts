import { errorMessages, isTransient } from 'c/quoErrors';
import type { Filters } from 'c/quoFilterState';
import { leftOutOf, planSona, planTasks } from 'c/quoQueries';
import type { Branches, LeftOut, Moment, Scope } from 'c/quoQueries';
import type { ReadAccess } from 'c/quoReadAccess';
import { OBJECTS } from 'c/quoSchema';
import type { PagedRows } from 'c/quoTimelinePaging';
import type { Branch } from './readPages';

/** How much of the query is asked for: a query that is refused is asked again with less. */
export interface Attempt {
    readonly withNames: boolean;
    readonly excluded?: Branch;
}

export const FIRST_ATTEMPT: Attempt = { withNames: true };

/** What is asked of the org, and what it leaves out. */
export interface TimelineRequest {
    readonly branches: Branches;
    readonly withNames: boolean;
    /** A branch that this user cannot read. */
    readonly missing?: Branch;
    readonly leftOut: readonly LeftOut[];
}

export const NO_REQUEST: TimelineRequest = { branches: {}, withNames: true, leftOut: [] };

/** Which branches are asked with which conditions, for this user. */
export function planRequest(
    scope: Scope,
    filters: Filters,
    moment: Moment,
    access: ReadAccess,
    { withNames, excluded }: Attempt
): TimelineRequest {
    const plans = {
        tasks: planTasks(scope, filters, moment, access),
        sona: planSona(scope, filters, moment, access)
    };
    const isOut = (branch: Branch) => plans[branch].kind === 'denied' || excluded === branch;
    const whereOf = (branch: Branch) => {
        const plan = plans[branch];
        return plan.kind === 'asked' && !isOut(branch) ? { [branch]: plan.where } : {};
    };
    const branches: Branches = { ...whereOf('tasks'), ...whereOf('sona') };
    const missing = (['tasks', 'sona'] as const).find(isOut);
    return {
        branches,
        withNames,
        leftOut: leftOutOf(branches, scope, access, withNames),
        ...(missing ? { missing } : {})
    };
}

/**
 * What to ask for after a query was refused as a whole: without the object that the org does not know (`RecordQuery` is
 * the type of which objects are the fields); else without names, which stand on other objects; then without the branch
 * that is blamed, or Tasks, which are in beta.
 *
 * @returns undefined when there is nothing left to leave out
 */
export function nextAttempt(attempt: Attempt, { branches }: TimelineRequest, errors: unknown): Attempt | undefined {
    if (attempt.excluded || isTransient(errors)) return undefined;
    const messages = errorMessages(errors);
    const hasBoth = branches.tasks !== undefined && branches.sona !== undefined;
    const isUnknown = (object: string) =>
        messages.some((message) => message.includes(object) && message.includes('RecordQuery'));
    if (hasBoth && isUnknown(OBJECTS.sonaCall)) return { ...attempt, excluded: 'sona' };
    if (hasBoth && isUnknown('Task')) return { ...attempt, excluded: 'tasks' };
    if (attempt.withNames) return { withNames: false };
    if (!hasBoth) return undefined;
    const blamesSona = messages.some((message) => message.includes(OBJECTS.sonaCall));
    return { withNames: false, excluded: blamesSona ? 'sona' : 'tasks' };
}

/** The variables of the page that follows what has been read. */
export function pageVariables(
    { tasks, sona }: Branches,
    read: Readonly<Record<Branch, PagedRows>>,
    first: number
): Readonly<Record<string, unknown>> {
    return {
        first,
        ...(tasks ? { tasksAfter: read.tasks.endCursor ?? null } : {}),
        ...(sona ? { sonaAfter: read.sona.endCursor ?? null } : {})
    };
}
