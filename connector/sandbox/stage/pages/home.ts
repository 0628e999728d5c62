import { queryOf, type Choices } from '../choices.ts';
import { html, type Markup } from '../html.ts';
import type { OrgClient, OrgRecord } from '../org-client.ts';
import { wordsOf, type Word } from '../words.ts';
import { place } from './layout.ts';

const LISTS: readonly { readonly word: Word; readonly soql: string }[] = [
    { word: 'contacts', soql: 'SELECT Id, Name FROM Contact ORDER BY Name LIMIT 50' },
    { word: 'leads', soql: 'SELECT Id, Name FROM Lead ORDER BY Name LIMIT 50' },
    { word: 'accounts', soql: 'SELECT Id, Name FROM Account ORDER BY Name LIMIT 50' },
    { word: 'opportunities', soql: 'SELECT Id, Name FROM Opportunity ORDER BY Name LIMIT 50' },
    { word: 'sona', soql: 'SELECT Id, Name FROM Sona_Call__c ORDER BY CreatedDate DESC LIMIT 50' }
];

function list(title: string, records: readonly OrgRecord[], choices: Choices): Markup {
    return html`<section class="slds-card slds-p-around_medium">
        <h2 class="slds-text-heading_small slds-m-bottom_x-small">${title}</h2>
        ${records.length === 0 ? html`<p>${wordsOf(choices.language).empty}</p>` : ''}
        <ul>
            ${records.map((record) => html`<li class="slds-p-vertical_xx-small"><a href="/r/${record.Id}${queryOf(choices)}">${String(record['Name'])}</a></li>`)}
        </ul>
    </section>`;
}

/** Every record that has a page here. */
export async function homePage(org: OrgClient, choices: Choices): Promise<Markup> {
    const words = wordsOf(choices.language);
    const query = queryOf(choices);
    const lists = await Promise.all(
        LISTS.map(async ({ word, soql }) => list(words[word], await org.query(choices.rights, soql), choices))
    );
    return html`<h1 class="slds-text-heading_large slds-m-bottom_small">${words.stage}</h1>
        <ul class="slds-list_horizontal slds-wrap stage-pages slds-m-bottom_small">
            <li><a href="/app/numbers${query}">${words.numbers}</a></li>
            <li><a href="/app/activity${query}">${words.activity}</a></li>
            <li><a href="/app/everyone${query}">${words.everyone}</a></li>
            <li><a href="/app/setup${query}">${words.setup}</a></li>
        </ul>
        <div class="stage-lists">${lists}</div>`;
}

const APPS: Readonly<Record<string, { readonly word: Word; readonly content: () => Markup }>> = {
    setup: { word: 'setup', content: () => place('c-quo-setup', {}) },
    numbers: { word: 'numbers', content: () => place('c-quo-unmatched', {}) },
    activity: { word: 'activity', content: () => place('c-quo-timeline', { scope: 'mine' }) },
    everyone: { word: 'everyone', content: () => place('c-quo-timeline', { scope: 'everyone' }) }
};

/** An app page; undefined when there is none of that name. */
export function appPage(
    name: string,
    choices: Choices
): { readonly title: string; readonly content: Markup } | undefined {
    const app = APPS[name];
    if (!app) return undefined;
    const title = wordsOf(choices.language)[app.word];
    const heading = html`<h1 class="slds-text-heading_large slds-m-bottom_small">${title}</h1>`;
    return { title, content: html`${heading} ${app.content()}` };
}
