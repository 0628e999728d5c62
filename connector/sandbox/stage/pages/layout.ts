import { queryOf, type Choices } from '../choices.ts';
import { html, scriptJson, type Markup } from '../html.ts';
import { labelsOf } from '../labels.ts';
import { grantsOf } from '../org-client.ts';
import { wordsOf } from '../words.ts';

const THEMES = {
    1: { css: '/slds/1/assets/styles/salesforce-lightning-design-system.min.css', body: '' },
    2: { css: '/slds/2/dist/css/bundled/slds2.cosmos.css', body: 'slds-cosmos' }
} as const;

/** Everything that a page is made of. */
export interface Page {
    readonly title: string;
    readonly choices: Choices;
    readonly userId: string;
    readonly content: Markup;
    readonly importMap: Readonly<Record<string, string>>;
}

function option(value: string, label: string, chosen: string): Markup {
    return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label}</option>`;
}

function menu(name: string, label: string, options: readonly Markup[]): Markup {
    return html`<label class="slds-m-right_small"
        ><span class="slds-m-right_xx-small">${label}</span
        ><select class="slds-select stage-select" name="${name}">
            ${options}
        </select></label
    >`;
}

function bar({ choices }: Page): Markup {
    const words = wordsOf(choices.language);
    const { rights, language, theme } = choices;
    const rightsOptions = [
        option('Quo_User,Quo_Recording_Listener', words.listener, rights),
        option('Quo_User,Quo_Recording_Listener,Quo_Transcript_Reader', words.reader, rights),
        option('Quo_User', words.user, rights),
        option('Quo_Manager,Quo_User,Quo_Recording_Listener', words.manager, rights),
        option('Quo_Admin,Quo_User,Quo_Recording_Listener', words.packageAdmin, rights),
        option('admin', words.administrator, rights),
        option('', words.nothing, rights)
    ];
    return html`<header class="stage-bar">
        <a class="stage-name" href="/${queryOf(choices)}">${words.stage}</a>
        <form method="get" class="stage-form">
            ${menu('rights', words.rights, rightsOptions)}
            ${menu('lang', words.language, [option('fr', 'Français', language), option('en', 'English', language)])}
            ${menu('theme', words.theme, [option('2', 'SLDS 2', theme), option('1', 'SLDS 1', theme)])}
            <button class="slds-button slds-button_neutral" type="submit">${words.apply}</button>
        </form>
    </header>`;
}

/** What the org's own modules answer in the browser, for this user. */
function org({ choices, userId }: Page): Markup {
    const { language, rights } = choices;
    const i18n = { locale: language === 'fr' ? 'fr-CA' : 'en-CA', lang: language, timeZone: 'America/Toronto' };
    const stage = { rights, userId, permissions: grantsOf(rights), i18n, labels: labelsOf(language) };
    return html`<script>
        globalThis.stage = ${scriptJson(stage)};
        globalThis.stage.label = (name) => globalThis.stage.labels[name] ?? name;
    </script>`;
}

/** A whole document. */
export function layout(page: Page): string {
    const theme = THEMES[page.choices.theme];
    const document = html`<!doctype html>
        <html lang="${page.choices.language}" dir="ltr">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${page.title}</title>
                <link rel="icon" href="data:," />
                <link rel="stylesheet" href="${theme.css}" />
                <link rel="stylesheet" href="/stage.css" />
                ${org(page)}
                <script type="importmap">
                    ${scriptJson({ imports: page.importMap })}
                </script>
            </head>
            <body class="slds-scope ${theme.body}">
                ${bar(page)}
                <main class="stage-main">${page.content}</main>
                <div id="toasts" class="stage-toasts" role="status"></div>
                <script type="module" src="/app.js"></script>
            </body>
        </html>`;
    return document.text;
}

/** Where a bundle goes. */
export function place(component: string, props: Readonly<Record<string, unknown>>): Markup {
    return html`<div
        class="stage-component"
        data-component="${component}"
        data-props="${JSON.stringify(props)}"
    ></div>`;
}
