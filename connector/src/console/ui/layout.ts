import type { RequestSession } from '../../web/auth/request-session.ts';
import type { WordsShown } from '../reading.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { LANGUAGES, MESSAGES, wordsOf, type Words } from '../../locales/catalogue.ts';

type TabKey = keyof Words['frame']['tabs'];

export interface Tab {
    readonly key: TabKey;
    /** Below `/console/<connection>`. */
    readonly path: string;
}

/** What a page says; what stands around it is the same on every page. */
export interface PageContent {
    /** The address of this page, for the switch of language. */
    readonly path: string;
    readonly title: string;
    /** Where it stands among the tabs of its connection. */
    readonly tab?: TabKey;
    /** Seconds after which the content is asked for again, unless somebody is filling in a form of it. */
    readonly refreshIn?: number;
    /** Words of people stand on it: who reads them is in the audit log. */
    readonly shows?: WordsShown;
    readonly content: Part;
}

/** What stands around a page's content. */
export interface PageFrame {
    readonly session: RequestSession;
    /** Which connection the page is about. */
    readonly connection?: { readonly id: string; readonly name: string };
    readonly tabs?: readonly Tab[];
}

const SLDS = '/assets/slds/styles/salesforce-lightning-design-system.min.css';

/** A whole page. */
export function page(
    { session, connection, tabs = [] }: PageFrame,
    { path, title, tab, refreshIn, content }: PageContent
): string {
    const words = wordsOf(session.language);
    const { frame } = words;
    return html`<!doctype html>
        <html lang="${session.language}">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                ${
                    refreshIn !== undefined &&
                    html`<noscript><meta http-equiv="refresh" content="${refreshIn}" /></noscript>`
                }
                <title>${title} · ${frame.path.join(' → ')}</title>
                <link rel="stylesheet" href="${SLDS}" />
                <link rel="stylesheet" href="/assets/console.css" />
                <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
                <script src="/assets/console.js" defer></script>
            </head>
            <body>
                <a class="skip" href="#content">${frame.skip}</a>
                <header class="bar">
                    <nav aria-label="${frame.path.join(', ')}">
                        <ol class="way">
                            ${frame.path.slice(0, -1).map((step) => html`<li>${step}</li>`)}
                            <li><a href="/console">${frame.path.at(-1)}</a></li>
                        </ol>
                    </nav>
                    ${tools(session, path, words)}
                </header>
                ${connection !== undefined && tabBar(connection, tabs, tab, words)}
                <main id="content" class="content" ${refreshIn !== undefined && html`data-refresh="${refreshIn}"`}>
                    <div class="head">
                        <img src="/assets/icon.svg" alt="" />
                        <h1 class="slds-page-header__title">
                            ${connection !== undefined && html`<span class="of">${connection.name}</span>`} ${title}
                        </h1>
                    </div>
                    ${content}
                </main>
            </body>
        </html>`.text;
}

function tools(session: RequestSession, path: string, { frame, language }: Words): Markup {
    const { user } = session;
    const actor = user?.actor === 'admin token' ? frame.adminToken : (user?.actor ?? '');
    return html`<div class="tools">
        ${LANGUAGES.filter((other) => other !== language).map(
            (other) =>
                html`<a href="/language/${other}?to=${encodeURIComponent(path)}" lang="${other}"
                    >${MESSAGES[other].frame.ownName}</a
                >`
        )}
        ${
            user !== undefined &&
            html`<span>${frame.signedInAs({ actor })}</span>
                ${form(session, '/sign-out', html`<button class="slds-button">${frame.signOut}</button>`)}`
        }
    </div>`;
}

function tabBar(
    { id, name }: { readonly id: string; readonly name: string },
    tabs: readonly Tab[],
    current: TabKey | undefined,
    { frame }: Words
): Markup {
    return html`<nav class="slds-tabs_default tabs" aria-label="${name}">
        <ul class="slds-tabs_default__nav">
            ${tabs.map(
                ({ key, path }) =>
                    html`<li class="slds-tabs_default__item ${key === current ? 'slds-is-active' : ''}">
                        <a
                            class="slds-tabs_default__link"
                            href="/console/${id}${path}"
                            ${key === current && html`aria-current="page"`}
                            >${frame.tabs[key]}</a
                        >
                    </li>`
            )}
        </ul>
    </nav>`;
}

/** A form that changes something: it carries the token that only our own pages know. */
export function form(
    { formToken }: Pick<RequestSession, 'formToken'>,
    action: string,
    content: Markup,
    name = ''
): Markup {
    return html`<form method="post" action="${action}" class="${name}">
        <input type="hidden" name="form-token" value="${formToken}" />${content}
    </form>`;
}
