/** The org's own modules: labels, the signed-in user, locale, permissions, and names with their namespace. */
declare module '@salesforce/label/*' {
    const text: string;
    export default text;
}
declare module '@salesforce/user/Id' {
    const id: string;
    export default id;
}
declare module '@salesforce/i18n/*' {
    const text: string;
    export default text;
}
declare module '@salesforce/customPermission/*' {
    const granted: boolean | undefined;
    export default granted;
}
declare module '@salesforce/schema/*' {
    const name: { readonly objectApiName: string; readonly fieldApiName: string };
    export default name;
}
