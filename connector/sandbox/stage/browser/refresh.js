/* global window, CustomEvent */
const handlers = new Map();
let last = 0;

export class RefreshEvent extends CustomEvent {
    constructor() {
        super('lightning__refresh', { composed: true, cancelable: true, bubbles: true });
    }
}

export function registerRefreshHandler(element, handler) {
    last += 1;
    handlers.set(last, handler.bind(element));
    return last;
}

export const unregisterRefreshHandler = (id) => void handlers.delete(id);

window.addEventListener('lightning__refresh', () => handlers.forEach((handler) => handler()));
