import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { PeopleInQuo } from '../../../pipeline/ports/console-watch.ts';
import type { Visit } from '../../doors/visit.ts';
import { html, type Markup } from '../../html.ts';
import { form } from '../layout.ts';
import { button, card } from '../parts.ts';
import type { Words } from '../words/words.ts';

/** How far putting Salesforce people into Quo has come. */
export function peopleCard(visit: Visit, { id }: ConnectionView, people: PeopleInQuo, words: Words): Markup {
    const { people: says } = words.watch;
    const { mode, linked, due, failed, run } = people;
    const act = (what: 'start' | 'pause' | 'resume'): Markup => button(says.act[what], 'neutral', what);
    const next = run?.state === 'running' ? 'pause' : run?.state === 'paused' ? 'resume' : 'start';
    return card(
        says.title,
        html`<dl class="facts">
                <dt>${says.mode}</dt>
                <dd>${words.choose.options[mode]}</dd>
                <dt>${says.linked}</dt>
                <dd>${linked}</dd>
                <dt>${says.due}</dt>
                <dd>${due}</dd>
                <dt>${says.failed}</dt>
                <dd>${failed}</dd>
            </dl>
            ${
                run !== undefined &&
                html`<p>${says.run[run.state]} ${says.progress(run.done, run.total)}</p>
                    <progress
                        max="${Math.max(1, run.total)}"
                        value="${run.done}"
                        aria-label="${says.title}"
                    ></progress>`
            }
            ${mode === 'full' && form(visit, `/console/${id}/people`, act(next))}`,
        'people'
    );
}
