import type { CatalogueEntry } from './entry.ts';

export const STORE_ERRORS = {
    'STORE-NO-BINARIES': {
        en: {
            sentence: 'There is no private PostgreSQL for this machine ({seen}).',
            action: 'Set DATABASE_URL to a PostgreSQL 14 or later: postgres://user:password@host:5432/quo.'
        },
        fr: {
            sentence: 'Il n’y a pas de PostgreSQL privé pour cette machine ({seen}).',
            action: 'Donnez à DATABASE_URL un PostgreSQL 14 ou plus récent : postgres://user:password@host:5432/quo.'
        }
    },
    'STORE-NOT-STARTED': {
        en: {
            sentence: 'The private PostgreSQL did not start: {seen}',
            action: 'Read the log that is named, free the disk or the folder, and start again; or set DATABASE_URL.'
        },
        fr: {
            sentence: 'Le PostgreSQL privé n’a pas démarré : {seen}',
            action: 'Lisez le journal nommé, libérez le disque ou le dossier, et redémarrez; ou définissez DATABASE_URL.'
        }
    },
    'STORE-ROOT-FOLDER': {
        en: {
            sentence:
                'As root, PostgreSQL runs as another user, who cannot reach the data folder; {seen} is used instead.',
            action: 'Nothing to do; or set DATA_DIR to a folder that every user may pass through.'
        },
        fr: {
            sentence:
                'Sous root, PostgreSQL tourne sous un autre utilisateur, qui ne peut pas atteindre le dossier de données; {seen} sert à la place.',
            action: 'Rien à faire; ou donnez à DATA_DIR un dossier que tout utilisateur peut traverser.'
        }
    },
    'STORE-FOLDER': {
        en: {
            sentence: 'The data folder cannot be used: {seen}',
            action: 'Set DATA_DIR to a folder that the connector’s user may write to, on a disk with free space.'
        },
        fr: {
            sentence: 'Le dossier de données est inutilisable : {seen}',
            action: 'Donnez à DATA_DIR un dossier où l’utilisateur du connecteur peut écrire, sur un disque qui a de la place.'
        }
    },
    'STORE-NO-USER': {
        en: {
            sentence: 'PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.',
            action: 'Start the connector as an ordinary user, or set DATABASE_URL.'
        },
        fr: {
            sentence: 'PostgreSQL refuse de tourner sous root, et il n’y a ni utilisateur postgres ni nobody.',
            action: 'Démarrez le connecteur sous un utilisateur ordinaire, ou définissez DATABASE_URL.'
        }
    },
    'STORE-PATH-TOO-LONG': {
        en: {
            sentence: 'The data folder’s path is too long for the database’s socket: {seen}',
            action: 'Set DATA_DIR to a folder with a path under 80 characters.'
        },
        fr: {
            sentence: 'Le chemin du dossier de données est trop long pour la prise de la base de données : {seen}',
            action: 'Donnez à DATA_DIR un dossier dont le chemin a moins de 80 caractères.'
        }
    },
    'STORE-MAJOR': {
        en: {
            sentence: 'The data folder was made by PostgreSQL {seen}, and this version brings another.',
            action: 'Start the version of the connector that made it, or set DATA_DIR to an empty folder.'
        },
        fr: {
            sentence: 'Le dossier de données a été créé par PostgreSQL {seen}, et cette version en apporte un autre.',
            action: 'Démarrez la version du connecteur qui l’a créé, ou donnez à DATA_DIR un dossier vide.'
        }
    },
    'STORE-UNREACHABLE': {
        en: {
            sentence: 'The database cannot be reached: {seen}',
            action: 'Check DATABASE_URL, that the server is up, and that this machine and user may connect.'
        },
        fr: {
            sentence: 'La base de données est injoignable : {seen}',
            action: 'Vérifiez DATABASE_URL, que le serveur tourne, et que cette machine et cet utilisateur y ont accès.'
        }
    },
    'STORE-VERSION': {
        en: {
            sentence: 'The database is PostgreSQL {seen}; the connector needs 14 or later.',
            action: 'Set DATABASE_URL to a PostgreSQL 14 or later.'
        },
        fr: {
            sentence: 'La base de données est PostgreSQL {seen}; le connecteur demande la version 14 ou plus récente.',
            action: 'Donnez à DATABASE_URL un PostgreSQL 14 ou plus récent.'
        }
    },
    'STORE-SECRET-KEY': {
        en: {
            sentence: 'SECRET_KEY cannot be used: {seen}',
            action: 'Give 32 random bytes in base64: the command openssl rand -base64 32 makes them.'
        },
        fr: {
            sentence: 'SECRET_KEY ne peut pas servir : {seen}',
            action: 'Donnez 32 octets aléatoires en base64 : la commande openssl rand -base64 32 en produit.'
        }
    },
    'STORE-OTHER-KEY': {
        en: {
            sentence: 'The stored secrets were locked with another SECRET_KEY.',
            action: 'Give the SECRET_KEY that was used before; if it is lost, connect Salesforce and Quo again.'
        },
        fr: {
            sentence: 'Les secrets conservés ont été verrouillés avec une autre SECRET_KEY.',
            action: 'Donnez la SECRET_KEY d’avant; si elle est perdue, reconnectez Salesforce et Quo.'
        }
    },
    'STORE-SECRET-DAMAGED': {
        en: {
            sentence: 'A stored secret was changed outside the connector ({seen}) and is refused.',
            action: 'Connect Salesforce or Quo again, so that the secret is stored anew.'
        },
        fr: {
            sentence: 'Un secret conservé a été modifié hors du connecteur ({seen}) et est refusé.',
            action: 'Reconnectez Salesforce ou Quo, pour que le secret soit conservé à neuf.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
