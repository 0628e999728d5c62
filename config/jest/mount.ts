import { createElement, type LightningElement } from 'lwc';

/** Puts a component on the page, with its properties set before, and waits until it has rendered. */
export async function mount<Component extends LightningElement>(
    tag: string,
    component: new () => Component,
    props: Partial<Record<keyof Component, unknown>> = {}
) {
    const element = createElement<Component>(tag, { is: component as never });
    Object.assign(element, props);
    document.body.append(element);
    await settled();
    return element;
}

/** The first match in a component's own markup. */
export const find = (element, selector) => element.shadowRoot.querySelector(selector);
export const findAll = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];

/** Everything that the component's own markup says, its children's included. */
export function textOf(node) {
    if (node.nodeType === 3) return node.textContent;
    const children = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
    return children.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** Notes every event of a name that an element sends. */
export function listen(element, name) {
    const seen = jest.fn();
    element.addEventListener(name, (event) => seen(event.detail));
    return seen;
}

/** A base component's `change`, as it sends it. */
export async function change(element, value) {
    element.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
}

export async function press(element) {
    element.dispatchEvent(new CustomEvent('click', { bubbles: true, composed: true }));
    await settled();
}
