import type { Choices } from '../choices.ts';
import { html, type Markup } from '../html.ts';
import type { OrgClient, OrgRecord } from '../org-client.ts';
import { wordsOf, type Word } from '../words.ts';
import { place } from './layout.ts';

interface ObjectPage {
    readonly object: string;
    readonly icon: string;
    readonly word: Word;
    readonly fields: readonly Word[];
    /** What names a record. */
    readonly name?: Word;
}

/** By the first three characters of an id, which are the same in every org; other ids are Sona calls. */
const PAGES: Readonly<Record<string, ObjectPage>> = {
    '003': {
        object: 'Contact',
        icon: 'contact',
        word: 'contacts',
        fields: ['Name', 'Title', 'Phone', 'MobilePhone', 'Email']
    },
    '00Q': {
        object: 'Lead',
        icon: 'lead',
        word: 'leads',
        fields: ['Name', 'Company', 'Phone', 'MobilePhone', 'Email', 'Status']
    },
    '001': { object: 'Account', icon: 'account', word: 'accounts', fields: ['Name', 'Phone', 'Industry', 'Website'] },
    '00T': {
        object: 'Task',
        icon: 'task',
        word: 'tasks',
        fields: ['Subject', 'Status', 'Description'],
        name: 'Subject'
    },
    '006': {
        object: 'Opportunity',
        icon: 'opportunity',
        word: 'opportunities',
        fields: ['Name', 'StageName', 'CloseDate']
    }
};
const SONA: ObjectPage = { object: 'Sona_Call__c', icon: 'bot', word: 'sona', fields: ['Name'] };

/** The page of an object's records, found by an id. */
function objectPageOf(id: string): ObjectPage {
    return PAGES[id.slice(0, 3)] ?? SONA;
}

function header(title: string, page: ObjectPage, language: Choices['language']): Markup {
    return html`<div class="slds-page-header slds-page-header_record-home slds-m-bottom_small">
        <div class="slds-media slds-media_center">
            <div class="slds-media__figure">
                <span class="slds-icon_container slds-icon-standard-${page.icon}">
                    <svg class="slds-icon" aria-hidden="true">
                        <use href="/assets/icons/standard-sprite/svg/symbols.svg#${page.icon}"></use>
                    </svg>
                </span>
            </div>
            <div class="slds-media__body">
                <p class="slds-text-body_small">${wordsOf(language)[page.word]}</p>
                <h1 class="slds-page-header__title slds-truncate">${title}</h1>
            </div>
        </div>
    </div>`;
}

function details(record: OrgRecord, page: ObjectPage, language: Choices['language']): Markup {
    const words = wordsOf(language);
    const filled = page.fields.filter((field) => typeof record[field] === 'string' && record[field] !== '');
    return html`<section class="slds-card slds-p-around_medium">
        <h2 class="slds-text-heading_small slds-m-bottom_small">${words.details}</h2>
        <dl class="stage-details">
            ${filled.map(
                (field) =>
                    html`<div>
                        <dt class="slds-text-title">${words[field]}</dt>
                        <dd>${String(record[field])}</dd>
                    </div>`
            )}
        </dl>
    </section>`;
}

/** The record's page, laid out as the package's own: details beside, the timeline in the wide column or the narrow one. */
export async function recordPage(
    org: OrgClient,
    id: string,
    choices: Choices,
    isNarrow: boolean
): Promise<{ readonly title: string; readonly content: Markup }> {
    const words = wordsOf(choices.language);
    const page = objectPageOf(id);
    const safe = /^[A-Za-z0-9]{15,18}$/.test(id);
    const soql = `SELECT Id, ${page.fields.join(', ')} FROM ${page.object} WHERE Id = '${id}'`;
    const [record] = safe ? await org.query(choices.rights, soql) : [];
    const name = record?.[page.name ?? 'Name'];
    const title = typeof name === 'string' ? name : words[page.word];
    const props = { recordId: id, objectApiName: page.object };
    if (page === SONA) {
        return {
            title,
            content: html`${header(title, page, choices.language)} ${place('c-sona-call', { recordId: id })}`
        };
    }
    if (!record)
        return {
            title,
            content: html`${header(title, page, choices.language)}
                <p>${words.missing}</p>`
        };
    if (page.object === 'Task') {
        const content = html`${header(title, page, choices.language)} ${place('c-quo-task', { recordId: id })}
        ${details(record, page, choices.language)}`;
        return { title, content };
    }
    const quo = place('c-quo-timeline', props);
    const side = html`${place('c-quo-call-button', props)}`;
    const about = details(record, page, choices.language);
    return {
        title,
        content: html`${header(title, page, choices.language)}
            <div class="stage-columns">
                <div class="stage-wide">${isNarrow ? about : quo}</div>
                <div class="stage-side">${side} ${isNarrow ? quo : about}</div>
            </div>`
    };
}
