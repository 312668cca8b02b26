import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressBook, Endpoint } from './address-book.ts';
import type { TlsOptions } from './tls.ts';

/** The connection a client holds: to where, and the how many-th it is. */
export interface Connection {
  address: string | null;
  opened: number;
}

/**
 * Connects one client to the addresses that the book gives for its host, one after the other, and to no other. TLS goes on
 * being checked against the name in the URL.
 */
export function connectorTo(
  book: Pick<AddressBook, 'endpoints' | 'prefer'>,
  connection: Connection,
  timeout: number,
  tls: TlsOptions = {},
): buildConnector.connector {
  const connect = buildConnector({ timeout, allowH2: false, ...tls });

  const open = (options: buildConnector.Options, { address, port }: Endpoint): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const servername = options.servername || options.hostname;
      const target = { ...options, hostname: address, port: port === null ? options.port : String(port), servername };
      connect(target, (error, socket) => (error ? reject(error) : resolve(socket as Socket)));
    });

  const openFirst = async (options: buildConnector.Options): Promise<Socket> => {
    const endpoints = await book.endpoints(options.hostname);
    let failure: unknown;
    for (const endpoint of endpoints) {
      try {
        const socket = await open(options, endpoint);
        if (endpoint !== endpoints[0]) book.prefer(options.hostname, endpoint);
        connection.address = endpoint.address;
        connection.opened += 1;
        return socket;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };

  return (options, callback) => {
    openFirst(options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}
