import { constants } from 'node:crypto';
import { DEFAULT_CIPHERS, type SecureContextOptions } from 'node:tls';

export type TlsOptions = Pick<SecureContextOptions, 'ca' | 'ciphers' | 'minVersion' | 'secureOptions'>;

/**
 * What servers of before 2010 need: TLS 1.0 and 1.1, keys and signatures of their time, no secure renegotiation (RFC 5746). The
 * best that both sides know is still taken, and certificates are checked as ever.
 */
export const OLD_TLS: TlsOptions = {
  minVersion: 'TLSv1',
  ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0`,
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
};

/** Codes of OpenSSL for what `OLD_TLS` lets pass. */
export const TOO_OLD = new RegExp(
  `^ERR_SSL_(?:${[
    'UNSAFE_LEGACY_RENEGOTIATION_DISABLED',
    'TLSV1_ALERT_PROTOCOL_VERSION',
    'UNSUPPORTED_PROTOCOL',
    'VERSION_TOO_LOW',
    'DH_KEY_TOO_SMALL',
    'EE_KEY_TOO_SMALL',
    'CA_KEY_TOO_SMALL',
    'CA_MD_TOO_WEAK',
    'WRONG_SIGNATURE_TYPE',
    'LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED',
  ].join('|')})$`,
);
