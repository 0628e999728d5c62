import type { Progress } from '../../contracts/progress.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { card, trouble } from './components.ts';
import { durationText } from './duration-text.ts';
import type { Words } from '../../locales/catalogue.ts';

/** How often a page looks again while something is under way, in seconds. */
export const WATCH_EVERY = 3;

export function isUnderWay(progress: readonly Progress[]): boolean {
    return progress.some(({ state }) => state === 'running');
}

/** What is under way, and what ended lately; nothing when there is neither. */
export function progressCard(progress: readonly Progress[], words: Words): Part {
    if (progress.length === 0) return undefined;
    return card(
        words.progress.title,
        html`<ul>
            ${progress.map((one) => progressLine(one, words))}
        </ul>`,
        'progress'
    );
}

/** One of them: a bar while it runs, how it went afterwards. */
export function progressLine(one: Progress, words: Words): Markup {
    const { progress: says } = words;
    const { task, state, total, done, note } = one;
    const isRunning = state === 'running';
    const name = isRunning ? says.tasks[task] : state === 'done' ? says.ended[task] : says.tasks[task];
    const tone = { running: '', paused: 'warning', done: 'ok', failed: 'failed', interrupted: 'warning' }[state];
    return html`<li class="check">
        <p>
            <span class="state ${tone}">${says.states[state]}</span> <strong>${name}</strong>
            <span class="quiet"
                >${isRunning ? counted(one, words) : says.ago({ duration: durationText(words, one.ageMs) })}</span
            >
        </p>
        ${
            isRunning &&
            (total === undefined
                ? html`<progress aria-label="${name}"></progress>`
                : html`<progress max="${Math.max(1, total)}" value="${done}" aria-label="${name}"></progress>`)
        }
        ${state === 'done' && outcome(one, words)} ${state === 'interrupted' && html`<p>${says.interrupted}</p>`}
        ${note !== undefined && trouble(note, words)}
    </li>`;
}

function counted({ done, total }: Progress, { progress: says, language }: Words): string {
    const number = new Intl.NumberFormat(`${language}-CA`);
    return total === undefined
        ? says.soFar({ done })
        : says.of({ done: number.format(done), total: number.format(total) });
}

function outcome({ task, done, detail = {} }: Progress, { progress: says }: Words): Part {
    if (task === 'repair') return html`<p>${says.repair({ seen: done, missing: detail['learnt'] ?? 0 })}</p>`;
    if (task === 'catch-up') return html`<p>${says['catch-up']({ days: done, missing: detail['learnt'] ?? 0 })}</p>`;
    if (task !== 'again') return undefined;
    const parked = detail['parked'] ?? 0;
    return html`<p>
        ${says.again.looked({ n: done })} ${parked === 0 ? says.again.fine : says.again.parked({ n: parked })}
    </p>`;
}
