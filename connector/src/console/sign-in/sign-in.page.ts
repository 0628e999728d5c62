import type { ErrorNote } from '../../errors/errors.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { form, page } from '../ui/layout.ts';
import { button, card, field, trouble } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';

export interface SignInView {
    readonly session: RequestSession;
    readonly path: string;
    /** Where to go afterwards. */
    readonly to?: string | undefined;
    readonly hasApp: boolean;
    readonly hasToken: boolean;
    readonly note?: ErrorNote | undefined;
}

/** The door. */
export function signInPage(view: SignInView): string {
    const { session, path, note, hasApp, hasToken } = view;
    const words = wordsOf(session.language);
    const { signIn } = words;
    return page(
        { session },
        {
            path,
            title: signIn.title,
            content: html`<div class="narrow">
                ${note !== undefined && trouble(note, words)}
                <p>${signIn.intro}</p>
                ${hasApp && card(signIn.withSalesforce, salesforceForm(view, words))}
                ${
                    hasToken
                        ? card(signIn.withToken, tokenForm(view, words))
                        : !hasApp && html`<p class="note warning">${signIn.noToken}</p>`
                }
            </div>`
        }
    );
}

function salesforceForm({ session, to }: SignInView, { signIn }: Words): Markup {
    return form(
        session,
        '/sign-in/salesforce',
        html`<input type="hidden" name="to" value="${to}" />${whereFields(signIn)}${button(signIn.withSalesforce)}`
    );
}

function tokenForm({ session, to }: SignInView, { signIn }: Words): Markup {
    const token = field({
        name: 'token',
        label: signIn.token,
        help: signIn.tokenHelp,
        type: 'password',
        isRequired: true,
        autocomplete: 'current-password'
    });
    return form(
        session,
        '/sign-in/token',
        html`<input type="hidden" name="to" value="${to}" />${token}${button(signIn.enter, 'neutral')}`
    );
}

/** Production, sandbox or a My Domain. */
export function whereFields(signIn: Words['signIn'], typed = ''): Markup {
    const choice = (value: string, label: string, isChosen: boolean): Markup =>
        html`<div class="tick">
            <input type="radio" id="where-${value}" name="where" value="${value}" ${isChosen && html`checked`} />
            <label for="where-${value}">${label}</label>
        </div>`;
    return html`<fieldset class="where">
        <legend>${signIn.where}</legend>
        ${choice('production', signIn.production, typed === '')} ${choice('sandbox', signIn.sandbox, false)}
        ${choice('domain', signIn.myDomain, typed !== '')}
        ${field({ name: 'domain', label: signIn.myDomain, help: signIn.myDomainHelp, value: typed })}
    </fieldset>`;
}
