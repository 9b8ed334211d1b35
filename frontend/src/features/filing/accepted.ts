/** What the reader reads, for the browser's own choice of files; what the bytes are decides on the server. */
export const ACCEPTED = '.docx,.doc,.wps,.ofd,.pdf,.odt,.rtf,.html,.htm,.txt'
