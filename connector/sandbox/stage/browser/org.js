/* global fetch */
/** Requests to the org, through the stage, as the signed-in user; and wires that ask again when records change. */

const API = '/services/data/v66.0';

/** @throws {{ status: number, body: unknown }} as the platform's adapters reject */
export async function ask(method, path, body, headers = {}) {
    const response = await fetch(API + path, {
        method,
        headers: {
            ...headers,
            'content-type': 'application/json',
            'x-stage-rights': encodeURIComponent(globalThis.stage.rights)
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    }).catch((reason) => {
        throw { status: 0, message: `fetch failed: ${reason.message}` };
    });
    const text = await response.text();
    const answer = text ? JSON.parse(text) : undefined;
    if (!response.ok) throw { ok: false, status: response.status, statusText: response.statusText, body: answer };
    return answer;
}

const wires = new Set();

/** Every wire that shows records asks again: the platform's cache does the same after a change. */
export const recordsChanged = () => Promise.all([...wires].map((wire) => wire.fetch()));

/**
 * A wire adapter.
 *
 * @param isReady whether a configuration is complete
 * @param load asks the org
 * @param shape what the wire emits: `(data, fault, again) => value`
 * @param isRecord whether a changed record concerns it
 */
export function wireAdapter({ isReady, load, shape, isRecord }) {
    return class {
        constructor(emit) {
            this.emit = emit;
            this.turn = 0;
        }
        connect() {
            this.isConnected = true;
            if (isRecord) wires.add(this);
            this.fetch();
        }
        disconnect() {
            this.isConnected = false;
            wires.delete(this);
        }
        update(config) {
            this.config = config;
            this.fetch();
        }
        async fetch() {
            if (!this.isConnected || !this.config || !isReady(this.config)) return;
            this.turn += 1;
            const turn = this.turn;
            const again = () => this.fetch();
            let value;
            try {
                value = shape(await load(this.config), undefined, again);
            } catch (fault) {
                value = shape(undefined, fault, again);
            }
            if (turn === this.turn && this.isConnected) this.emit(value);
        }
    };
}
