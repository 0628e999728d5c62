import type { Translation } from '../translation.ts';
import type { PREFERENCES_FORM as ENGLISH } from '../en/preferences-form.ts';

export const PREFERENCES_FORM: Translation<typeof ENGLISH> = {
    faults: {
        title: '{n, plural, one {Rien n’est enregistré : # valeur est à revoir.} other {Rien n’est enregistré : # valeurs sont à revoir.}}',
        kept: 'Ce que vous avez saisi est toujours là. Corrigez ce qui est marqué, puis enregistrez de nouveau.'
    },
    inactive:
        '{name} n’est pas actif dans Salesforce et ne peut rien posséder. Choisissez un utilisateur actif, ou activez d’abord celui-ci dans Salesforce.',
    incomplete: 'Ceci est requis. Remplissez-le, ou videz toute la ligne.',
    noField:
        'L’organisation n’a pas de champ {field} que l’utilisateur d’intégration puisse écrire. Donnez-lui la modification dans Salesforce, ou choisissez un autre champ.',
    noRecord:
        'L’utilisateur d’intégration ne voit aucun enregistrement d’identifiant {id}. Copiez-le de l’adresse de l’enregistrement, ou donnez-lui accès à celui-ci.',
    noClosed:
        'Aucun des statuts de ce type d’enregistrement ne compte comme fermé ({statuses}). Choisissez un autre type d’enregistrement, ou un de ces statuts comme valeur de Statut.',
    pairing: {
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
        job: 'Mandat de Sona',
        question: 'Question posée',
        field: 'Champ de l’appel Sona',
        row: 'Réponse {n, number}',
        choose: 'Choisir un champ',
        known: 'Les questions des derniers appels sont proposées pendant la saisie.',
        more: 'Ajouter une réponse',
        hint: 'Pour en retirer une, videz sa ligne.'
    },
    defaults: {
        field: 'Champ',
        value: 'Valeur',
        kind: 'Pour',
        kinds: { '': 'Appels et textos', call: 'Appels', messages: 'Textos' },
        row: 'Valeur n° {n, number}',
        choose: 'Choisir un champ',
        chooseValue: 'Choisir une valeur',
        requiredOnes: 'Exigés par l’organisation',
        others: 'Autres champs',
        required: 'L’organisation exige : {fields}. Sans valeur, elle refuse la fiche.',
        yes: 'Oui',
        no: 'Non',
        days: '2026-12-31, ou TODAY, TODAY+3 : compté du jour de l’appel ou du texto',
        moments: '2026-12-31T09:00:00-05:00, ou TODAY, TODAY+3 : compté de l’appel ou du texto',
        record: 'L’identifiant de l’enregistrement : 15 ou 18 caractères',
        more: 'Montrer les valeurs d’un champ, ou ajouter une ligne',
        hint: 'Pour en retirer une, videz sa ligne. Un champ qui n’est pas proposé est un champ que l’utilisateur d’intégration ne peut pas modifier : donnez-lui ce droit dans Salesforce.'
    },
    filter: {
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
