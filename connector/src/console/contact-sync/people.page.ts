import type { ConnectionView } from '../../application/connections/model.ts';
import type { Estimated, PeopleEstimate, PeopleInQuo } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { button, card, facts, good, select, trouble } from '../ui/components.ts';
import { durationText } from '../ui/duration-text.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { progressLine, WATCH_EVERY } from '../ui/progress-card.ts';

export interface PeopleView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    /** Absent while the connection is not whole. */
    readonly people?: PeopleInQuo | undefined;
    readonly estimated?: Estimated | undefined;
    readonly progress: readonly Progress[];
}

/** Who is put into Quo, what everybody would take, and how far it is. */
export function peoplePage(view: PeopleView): PageContent {
    const { session, connection, people, estimated, progress } = view;
    const words = wordsOf(session.language);
    const { contactSync: says } = words;
    const { flash } = session;
    const loading = progress.filter(({ task, state }) => task === 'directory' && state === 'running');
    const isBusy = estimated?.state === 'running' || people?.run?.state === 'running' || loading.length > 0;
    return {
        path: `/console/${connection.id}/people`,
        title: says.title,
        tab: 'people',
        ...(isBusy && { refreshIn: WATCH_EVERY }),
        content: html`${flash?.done === 'saved' && good(words.frame.saved)}
            ${flash?.done === 'everybody' && html`<p class="note" role="status">${says.confirm}</p>`}
            ${(flash?.notes ?? []).map((note) => trouble(note, words))}
            <p>${says.intro}</p>
            ${people?.fault !== undefined && trouble(people.fault, words)}
            ${connection.rehearsingSince !== undefined && html`<p class="note warning">${says.rehearsing}</p>`}
            ${
                loading.length > 0 &&
                html`<ul>
                    ${loading.map((one) => progressLine(one, words))}
                </ul>`
            }
            ${
                people === undefined
                    ? html`<p class="note warning">${words.monitoring.health.notWhole}</p>`
                    : html`<div class="grid">
                          <div>${whoCard(view, people, words)} ${runCard(view, people, words)}</div>
                          <div>${estimateCard(view, people, words)}</div>
                      </div>`
            }`
    };
}

function whoCard(
    { session, connection }: PeopleView,
    { mode, linked, due, failed }: PeopleInQuo,
    words: Words
): Markup {
    const { contactSync: says } = words;
    const { card: counts } = words.contactSync;
    const number = new Intl.NumberFormat(`${words.language}-CA`);
    const modes = (['off', 'on-call', ...(mode === 'full' ? (['full'] as const) : [])] as const).map((value) => ({
        value,
        label: words.preferences.of.syncContacts.options[value]
    }));
    const chooser = html`${select('mode', says.chooseWho, modes, mode)} ${button(says.save, 'neutral')}`;
    return card(
        says.who,
        html`${facts([
                [counts.linked, number.format(linked)],
                [counts.due, number.format(due)],
                [counts.failed, number.format(failed)]
            ])}
            <p><a href="/console/${connection.id}/people/skipped">${words.contactSync.skipped.link}</a></p>
            ${form(session, `/console/${connection.id}/people/mode`, chooser)}`
    );
}

function estimateCard({ session, connection, estimated }: PeopleView, people: PeopleInQuo, words: Words): Markup {
    const { contactSync: says } = words;
    const here = `/console/${connection.id}/people`;
    const look = form(
        session,
        `${here}/estimate`,
        button(
            estimated === undefined ? says.look : says.rerenderPreview,
            estimated === undefined ? 'brand' : 'neutral'
        )
    );
    const filter = html`<p class="quiet">
        <a href="/console/${connection.id}/preferences#group-contactFilter">${says.filterLink}</a>
    </p>`;
    return card(
        says.estimate,
        html`${estimateOf(estimated, words)} ${filter}
            <div class="buttons">${look} ${begin()}</div>`
    );

    function begin(): Part {
        const isRunning = people.run?.state === 'running' || people.run?.state === 'paused';
        if (estimated?.state !== 'done' || isRunning) return undefined;
        const { create, update, remove } = estimated.estimate;
        const label = create + update + remove === 0 ? says.beginAnyway : says.begin({ n: create + update });
        return form(session, here, button(label, 'brand', 'start'));
    }
}

function estimateOf(estimated: Estimated | undefined, words: Words): Markup {
    const { contactSync: says } = words;
    if (estimated === undefined) return html`<p>${says.never}</p>`;
    if (estimated.state === 'running')
        return html`<div class="note" role="status">
            <p>${says.counting}</p>
            <progress aria-label="${says.counting}"></progress>
        </div>`;
    if (estimated.state === 'failed') return trouble(estimated.note, words);
    return html`<p class="quiet">${says.estimatedAgo({ ago: durationText(words, estimated.ageMs) })}</p>
        ${facts(estimateRows(estimated.estimate, words))}`;
}

function estimateRows(estimate: PeopleEstimate, words: Words): readonly (readonly [string, Part])[] {
    const { contactSync: says } = words;
    const number = new Intl.NumberFormat(`${words.language}-CA`);
    const { people, create, update, remove, idle, requests, seconds } = estimate;
    const nothing = Object.values(idle).reduce((sum, n) => sum + n, 0);
    return [
        [says.everybody, number.format(people)],
        [says.create, html`<strong>${number.format(create)}</strong>`],
        [says.update, html`<strong>${number.format(update)}</strong>`],
        [says.remove, html`<strong>${number.format(remove)}</strong>`],
        [says.nothing, html`${number.format(nothing)} ${reasons(idle, words)}`],
        [says.requests, number.format(requests)],
        [says.takes, durationText(words, seconds * 1_000)]
    ];
}

/** Counts by reason, the most frequent first. */
function reasons(tally: Readonly<Record<string, number>>, { contactSync: says, language }: Words): Part {
    const number = new Intl.NumberFormat(`${language}-CA`);
    const told = Object.entries(tally).toSorted(([, one], [, other]) => other - one);
    if (told.length === 0) return undefined;
    return html`<ul class="reasons">
        ${told.map(([reason, n]) => html`<li>${says.reason({ name: says.reasons[reason] ?? reason, n: number.format(n) })}</li>`)}
    </ul>`;
}

function runCard({ session, connection }: PeopleView, { run, mode }: PeopleInQuo, words: Words): Markup {
    const { contactSync: says } = words;
    const { card: before } = words.contactSync;
    if (run === undefined) return card(says.run, html`<p>${says.noRun}</p>`, 'run');
    const number = new Intl.NumberFormat(`${words.language}-CA`);
    const next = run.state === 'running' ? 'pause' : run.state === 'paused' ? 'resume' : 'start';
    return card(
        says.run,
        html`<p>
                ${before.run[run.state]}
                ${before.progress({ done: number.format(run.done), total: number.format(run.total) })}
            </p>
            <progress max="${Math.max(1, run.total)}" value="${run.done}" aria-label="${says.run}"></progress>
            ${reasons(run.tally, words)}
            ${mode === 'full' && form(session, `/console/${connection.id}/people`, button(before.act[next], 'neutral', next))}`,
        'run'
    );
}
