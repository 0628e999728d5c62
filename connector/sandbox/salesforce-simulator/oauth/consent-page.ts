const ESCAPES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

function escape(text: string): string {
    return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/** The page on which a user allows or denies an app. Every parameter of the request travels in the form. */
export function consentPage(parameters: URLSearchParams, users: readonly { id: string; name: string }[]): string {
    const hidden = [...parameters].map(
        ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`
    );
    const options = users.map(({ id, name }) => `<option value="${escape(id)}">${escape(name)}</option>`);
    const scopes = (parameters.get('scope') ?? '')
        .split(' ')
        .filter(Boolean)
        .map((scope) => `<li>${escape(scope)}</li>`);
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Allow Access?</title></head>
<body><main><h1>Allow Access?</h1>
<p>The app <strong>${escape(parameters.get('client_id') ?? '')}</strong> is asking to:</p>
<ul>${scopes.join('')}</ul>
<form method="post" action="/services/oauth2/authorize">${hidden.join('')}
<p><label>User <select name="user">${options.join('')}</select></label></p>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p>
</form></main></body></html>`;
}
