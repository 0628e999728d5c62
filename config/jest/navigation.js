/** Navigation that a test can look at: every call is in `navigated`. */
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');
export const navigated = jest.fn();
export const NavigationMixin = (Base) => class extends Base {
    [Navigate](reference) {
        navigated(JSON.parse(JSON.stringify(reference)));
    }
    [GenerateUrl](reference) {
        return Promise.resolve(`https://example.test/${reference.attributes?.recordId ?? reference.type}`);
    }
};
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
