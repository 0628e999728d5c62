import type { Translation } from '../translation.ts';
import type { FORMS as ENGLISH } from '../en/forms.ts';

export const FORMS: Translation<typeof ENGLISH> = {
    faults: {
        title: '{n, plural, one {Rien n’est enregistré : # valeur est à revoir.} other {Rien n’est enregistré : # valeurs sont à revoir.}}',
        kept: 'Ce que vous avez saisi est toujours là. Corrigez ce qui est marqué, puis enregistrez de nouveau.'
    },
    wrong: {
        timeZone: '« {seen} » n’est pas un fuseau horaire. Utilisez un nom comme America/Toronto ou Europe/Paris.',
        defaultRegion: '« {seen} » n’est pas un code de pays. Utilisez deux lettres majuscules, comme CA ou FR.',
        ignoredNumbers:
            '« {seen} » n’est pas un numéro complet. Écrivez-le avec l’indicatif du pays, comme +15145550123, un par ligne.',
        fallbackOwner: '« {seen} » ne peut pas posséder de tâches. Choisissez un utilisateur actif dans la liste.',
        inboxOwners: '« {seen} » ne peut pas posséder de tâches. Choisissez un utilisateur actif dans la liste.',
        users: 'Salesforce n’a pas d’utilisateur « {seen} ». Choisissez-en un dans la liste, ou tapez le courriel d’un utilisateur actif.',
        phoneFields: '« {seen} » n’est pas un nom d’API de champ. Choisissez un champ dans la liste.',
        sonaFields: '« {seen} » n’est pas un nom d’API de champ. Choisissez un champ dans la liste.',
        contactFilter: 'Une condition n’est pas complète. Choisissez un champ et entrez une valeur, ou videz les deux.',
        leadMinSeconds: '« {seen} » est hors limites. Entrez un nombre entier de 1 à 3 600, ou rien.',
        leadSource: 'Une origine de piste a au plus 255 caractères. Raccourcissez-la.',
        contactOwnerField: 'Un nom de champ a au plus 255 caractères. Raccourcissez-le.',
        directoryRefreshSeconds: '« {seen} » est hors limites. Entrez un nombre entier de 30 à 86 400.',
        apiBudget:
            '« {seen} » n’est pas un nombre d’appels. Entrez un nombre entier à partir de 1, ou laissez vide pour un dixième de ceux de l’organisation.',
        retentionDays: '« {seen} » n’est pas un nombre de jours. Entrez un nombre entier de 1 à 3 650.',
        other: '« {seen} » ne peut pas être choisi ici. Choisissez une des valeurs proposées.'
    },
    inactive:
        '{name} n’est pas actif dans Salesforce et ne peut rien posséder. Choisissez un utilisateur actif, ou activez d’abord celui-ci dans Salesforce.',
    incomplete: 'Ceci est requis. Remplissez-le, ou videz toute la ligne.',
    noField:
        'L’organisation n’a pas de champ {field} que l’utilisateur d’intégration puisse écrire. Donnez-lui la modification dans Salesforce, ou choisissez un autre champ.',
    pairing: {
        title: 'Utilisateurs de Quo et de Salesforce',
        intro: 'Une tâche appartient à l’utilisateur Salesforce de qui a répondu ou composé. Les gens sont associés par courriel; qui a un autre courriel s’associe ici.',
        matched:
            '{matched, plural, one {# utilisateur de Quo sur {all, number} a son utilisateur Salesforce.} other {# utilisateurs de Quo sur {all, number} ont leur utilisateur Salesforce.}}',
        byEmail: '{n, plural, one {# associé par courriel} other {# associés par courriel}}',
        user: 'Utilisateur de Quo',
        email: 'Courriel dans Quo',
        salesforce: 'Utilisateur Salesforce',
        chooserOf: 'Utilisateur Salesforce de {name}',
        nobody: 'Personne : le propriétaire de repli prend ses appels',
        automatic: 'Par courriel : {name}',
        suggested: 'Serait peut-être',
        everybody: 'Tous',
        inactive: 'Inactif dans Salesforce : choisissez quelqu’un d’autre.',
        typed: 'Tapez le début d’un nom, ou collez un courriel.',
        unknown: 'Les utilisateurs s’affichent une fois les deux côtés connectés.'
    },
    phones: {
        title: 'Autres champs de téléphone',
        intro: 'Les champs de téléphone standards sont toujours lus. Cochez vos propres champs qui contiennent un numéro.',
        none: 'L’organisation n’a pas d’autre champ de téléphone que voie l’utilisateur d’intégration.',
        unknown: 'Les champs s’affichent une fois Salesforce connecté.',
        gone: '{field} : n’est plus dans l’organisation',
        objects: { Contact: 'Champs des contacts', Lead: 'Champs des pistes', Account: 'Champs des comptes' }
    },
    field: '{label} ({name} : {type})',
    characters: '{n, plural, one {# caractère} other {# caractères}}',
    types: {
        string: 'texte',
        textarea: 'texte long',
        phone: 'téléphone',
        email: 'courriel',
        url: 'adresse web',
        picklist: 'liste de sélection',
        boolean: 'oui ou non',
        double: 'nombre',
        int: 'nombre entier'
    },
    sona: {
        title: 'Réponses données à Sona',
        intro: 'Chaque réponse a sa propre fiche. Ici, une réponse se copie aussi dans un champ de l’appel Sona, pour les listes et les rapports. Une réponse plus longue que le champ y est coupée.',
        job: 'Mandat de Sona',
        question: 'Question posée',
        field: 'Champ de l’appel Sona',
        row: 'Réponse {n, number}',
        choose: 'Choisir un champ',
        known: 'Les questions des derniers appels sont proposées pendant la saisie.',
        more: 'Ajouter une réponse',
        hint: 'Pour en retirer une, videz sa ligne.'
    },
    filter: {
        title: 'Qui est mis dans Quo quand tout le monde l’est',
        intro: 'Qui remplit tout ceci. Laissez tout vide pour prendre contacts, pistes et comptes personnels.',
        objects: 'Fiches',
        objectNames: { Contact: 'Les contacts', Lead: 'Les pistes', Account: 'Les comptes' },
        owners: 'Appartenant à',
        anybody: 'N’importe qui',
        conditions: 'Seulement où',
        row: 'Condition n° {n, number}',
        field: 'Champ',
        value: 'est',
        choose: 'Choisir un champ',
        others: 'Champs de l’organisation',
        several: 'Plusieurs valeurs d’un même champ : l’une d’elles suffit.',
        fields: {
            company: 'Entreprise ou compte',
            title: 'Titre du poste',
            email: 'Adresse courriel',
            lastName: 'Nom de famille',
            accountId: 'Identifiant du compte',
            ownerName: 'Nom du propriétaire'
        },
        more: 'Ajouter une condition ou un propriétaire'
    }
};
