import { BlockList, isIP } from "node:net";

/** IPv4 addresses that are nobody's on the public internet: IANA's registry of special purposes, multicast and what is reserved. */
const special4 = [
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
  "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
];
/** Of IPv6 only 2000::/3 is given out, without protocol assignments (Teredo among them), examples, and 6to4, which carries an IPv4 address. */
const global6 = "2000::/3";
const special6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

function blockList(family: "ipv4" | "ipv6", networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", length = ""] = network.split("/");
    list.addSubnet(address, Number(length), family);
  }
  return list;
}

const closed4 = blockList("ipv4", special4);
const open6 = blockList("ipv6", [global6]);
const closed6 = blockList("ipv6", special6);
const loopback4 = blockList("ipv4", ["127.0.0.0/8"]);

/** Whether an address is one of the public internet. What is no address is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, "ipv4");
  return family === 6 && open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
}

/** Whether an address is this machine's own: for trying out, where the operator allows it. */
export function isLoopback(address: string): boolean {
  return isIP(address) === 4 ? loopback4.check(address, "ipv4") : address === "::1";
}
