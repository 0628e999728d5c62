import { fillLabel, setup as labels } from 'c/quoLabels';
import type { Connector } from './connector';

/** `yours`: nothing on this page can see it. */
type State = 'done' | 'toDo' | 'look' | 'yours';

export interface Step {
    readonly name: string;
    readonly title: string;
    readonly state: string;
    readonly icon: string;
    readonly iconVariant: string;
    readonly advice: string;
    /** An address of Setup, with what its button says. */
    readonly setup?: { readonly url: string; readonly label: string };
}

const STATES: Readonly<Record<State, readonly [label: string, icon: string, variant: string]>> = {
    done: [labels.done, 'utility:success', 'success'],
    toDo: [labels.toDo, 'utility:routing_offline', ''],
    look: [labels.look, 'utility:warning', 'warning'],
    yours: [labels.yours, 'utility:user', '']
};

function step(name: string, state: State, title: string, advice = '', setup?: Step['setup']): Step {
    const [word, icon, iconVariant] = STATES[state];
    return { name, title, state: word, icon, iconVariant, advice, ...(setup && { setup }) };
}

function connectStep(connector: Connector | undefined): Step {
    if (!connector) return step('connect', 'toDo', labels.connectStep, labels.connectToDo);
    return connector.isSilent
        ? step('connect', 'look', labels.connectStep, labels.connectSilent)
        : step('connect', 'done', labels.connectStep);
}

function checkStep(connector: Connector | undefined): Step {
    const { checksFailed, checksWarned = 0 } = connector ?? {};
    if (checksFailed === undefined) return step('check', 'toDo', labels.checkStep);
    if (checksFailed > 0) return step('check', 'look', labels.checkStep, fillLabel(labels.checkFailed, checksFailed));
    const advice = checksWarned > 0 ? fillLabel(labels.checkWarned, checksWarned) : '';
    return step('check', 'done', labels.checkStep, advice);
}

function callStep(connector: Connector | undefined): Step {
    return connector?.lastWrittenAt
        ? step('call', 'done', labels.callStep)
        : step('call', 'toDo', labels.callStep, labels.callToDo);
}

/**
 * What an admin has to do once, in this order, and what is true of each.
 *
 * @param connector the one that reported last; absent: none ever did
 */
export function setupSteps(connector: Connector | undefined): readonly Step[] {
    const { parked = 0 } = connector ?? {};
    const groups = { url: '/lightning/setup/PermSetGroups/home', label: labels.openGroups };
    const pages = { url: '/lightning/setup/FlexiPageList/home', label: labels.openPages };
    return [
        connectStep(connector),
        checkStep(connector),
        step('people', 'yours', labels.peopleStep, labels.peopleToDo, groups),
        step('pages', 'yours', labels.pagesStep, labels.pagesToDo, pages),
        callStep(connector),
        ...(parked > 0 ? [step('parked', 'look', labels.parkedStep, fillLabel(labels.parkedLook, parked))] : [])
    ];
}
