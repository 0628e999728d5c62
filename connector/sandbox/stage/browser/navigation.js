/* global window, location, CustomEvent */
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function addressOf({ type, attributes = {} }) {
    if (type === 'standard__recordPage') return `/r/${attributes.recordId}${location.search}`;
    if (type === 'standard__webPage') return attributes.url;
    if (type === 'standard__recordRelationshipPage') {
        return `/r/${attributes.recordId}/related/${attributes.relationshipApiName}${location.search}`;
    }
    return `/o/${attributes.objectApiName ?? type}${location.search}`;
}

export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](reference) {
            const event = new CustomEvent('stage-navigate', { detail: reference, cancelable: true });
            if (window.dispatchEvent(event)) location.assign(addressOf(reference));
        }
        [GenerateUrl](reference) {
            return Promise.resolve(addressOf(reference));
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
