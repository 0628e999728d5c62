import { action, sentence, type ErrorNote } from '../../errors/errors.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import type { Words } from '../../locales/catalogue.ts';

/** One part of a page. */
export function card(title: string, content: Part, id?: string): Markup {
    return html`<section class="slds-card card" ${id !== undefined && html`id="${id}"`}>
        <h2 class="slds-card__header slds-text-heading_small">${title}</h2>
        <div class="slds-card__body slds-card__body_inner">${content}</div>
    </section>`;
}

/** What went wrong and what to do, in plain words. */
export function trouble(note: ErrorNote, { frame, language }: Words, tone: 'error' | 'warning' = 'error'): Markup {
    return html`<div class="note ${tone}" role="${tone === 'error' ? 'alert' : 'status'}">
        <p><strong>${sentence(note, language)}</strong></p>
        <p>${frame.whatToDo} ${action(note, language)}</p>
        <p class="code">${note.code}</p>
    </div>`;
}

export function good(text: string): Markup {
    return html`<div class="note good" role="status"><p>${text}</p></div>`;
}

export interface Field {
    readonly name: string;
    readonly label: string;
    readonly help?: string | undefined;
    readonly value?: string | undefined;
    readonly type?: 'text' | 'password' | 'number';
    readonly isRequired?: boolean;
    readonly isDisabled?: boolean;
    readonly autocomplete?: string;
    /** What is wrong with the value, and what would do. */
    readonly fault?: string | undefined;
    /** Of a `datalist` with suggestions. */
    readonly list?: string;
}

export function field({ name, label, help, value = '', type = 'text', fault, ...rest }: Field): Markup {
    const id = `field-${name}`;
    const input = html`<input
        class="slds-input"
        id="${id}"
        name="${name}"
        type="${type}"
        value="${value}"
        autocomplete="${rest.autocomplete ?? 'off'}"
        ${rest.list !== undefined && html`list="${rest.list}"`}
        ${rest.isRequired === true && html`required`}
        ${rest.isDisabled === true && html`disabled`}
        ${described(id, help, fault)}
    />`;
    return element({ id, label, control: input, help, fault });
}

interface FormElement {
    readonly id: string;
    readonly label: string;
    readonly control: Markup;
    readonly help?: string | undefined;
    readonly fault?: string | undefined;
    readonly kind?: string;
}

/** A control with its label, its help and what is wrong with it, as the Lightning Design System arranges them. */
export function element({ id, label, control, help, fault, kind = '' }: FormElement): Markup {
    return html`<div class="slds-form-element ${fault !== undefined && 'slds-has-error'}">
        <label class="slds-form-element__label" for="${id}">${label}</label>
        <div class="slds-form-element__control ${kind}">${control}</div>
        ${fault !== undefined && html`<p class="slds-form-element__help" id="${id}-fault">${fault}</p>`}
        ${help !== undefined && html`<p class="help" id="${id}-help">${help}</p>`}
    </div>`;
}

/** Attributes of a control that has a help or a fault. */
export function described(id: string, help: string | undefined, fault: string | undefined): Part {
    const ids = [fault !== undefined && `${id}-fault`, help !== undefined && `${id}-help`].filter(
        (one) => one !== false
    );
    return html`${fault !== undefined && html`aria-invalid="true"`}
    ${ids.length > 0 && html`aria-describedby="${ids.join(' ')}"`}`;
}

export interface Choice {
    readonly value: string;
    readonly label: string;
}

interface Choices {
    readonly label: string;
    readonly choices: readonly Choice[];
}

export interface SelectOptions {
    readonly help?: string | undefined;
    readonly isDisabled?: boolean;
    readonly fault?: string | undefined;
    /** Further choices, under headings. */
    readonly groups?: readonly Choices[];
    /** Where several on a page have one name. */
    readonly id?: string;
}

export function select(
    name: string,
    label: string,
    choices: readonly Choice[],
    chosen: string,
    { help, isDisabled = false, fault, groups = [], id = `field-${name}` }: SelectOptions = {}
): Markup {
    const option = ({ value, label: text }: Choice): Markup =>
        html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`;
    const control = html`<select
        class="slds-select"
        id="${id}"
        name="${name}"
        ${isDisabled && html`disabled`}
        ${described(id, help, fault)}
    >
        ${choices.map(option)}
        ${groups.map((group) => html`<optgroup label="${group.label}">${group.choices.map(option)}</optgroup>`)}
    </select>`;
    return element({ id, label, control, help, fault, kind: 'slds-select_container' });
}

export function checkbox(
    name: string,
    label: string,
    isChecked: boolean,
    { help, value = 'on', isDisabled = false }: { help?: string; value?: string; isDisabled?: boolean } = {}
): Markup {
    const id = `field-${name}-${value}`;
    return html`<div class="tick">
        <input
            type="checkbox"
            id="${id}"
            name="${name}"
            value="${value}"
            ${isChecked && html`checked`}
            ${isDisabled && html`disabled`}
            ${described(id, help, undefined)}
        />
        <label for="${id}">${label}</label>
        ${help !== undefined && html`<p class="help" id="${id}-help">${help}</p>`}
    </div>`;
}

export function button(label: string, tone: 'brand' | 'neutral' | 'destructive' = 'brand', name?: string): Markup {
    return html`<button
        class="slds-button slds-button_${tone}"
        ${name !== undefined && html`name="do" value="${name}"`}
    >
        ${label}
    </button>`;
}

/** A table with its heading for each column; wide ones scroll by themselves. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Part[])[]): Markup {
    return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}">
        <table class="slds-table slds-table_cell-buffer slds-table_bordered">
            <caption class="slds-assistive-text">
                ${caption}
            </caption>
            <thead>
                <tr>
                    ${heads.map((head) => html`<th scope="col">${head}</th>`)}
                </tr>
            </thead>
            <tbody>
                ${rows.map(
                    (cells) =>
                        html`<tr>
                            ${cells.map((cell) => html`<td>${cell}</td>`)}
                        </tr>`
                )}
            </tbody>
        </table>
    </div>`;
}

/** Names and values; what is not known is left out. */
export function facts(rows: readonly (readonly [string, Part])[]): Markup {
    const told = rows.filter(([, value]) => value !== undefined);
    return html`<dl class="facts">
        ${told.map(
            ([name, value]) =>
                html`<dt>${name}</dt>
                    <dd>${value}</dd>`
        )}
    </dl>`;
}
