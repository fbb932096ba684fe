/* Hands one `aws` command to aws_server.py and ends as it ended.
 *
 * Usage: aws_client SOCKET ARGUMENT... In C, since scripts run thousands of commands: Python takes 9 ms of processor time to
 * start, and this takes less than one.
 */

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { HEADER = 16, DESCRIPTORS = 4 };

extern char **environ;

static void fail(const char *what) {
  perror(what);
  exit(255);
}

static size_t length(char **words) {
  size_t sum = 0;
  for (; *words; words++)
    sum += strlen(*words) + 1;
  return sum;
}

static char *append(char *to, char **words) {
  for (; *words; words++)
    to = stpcpy(to, *words) + 1;
  return to;
}

static void put(char *to, uint64_t number) {
  for (int byte = 7; byte >= 0; byte--, number >>= 8)
    to[byte] = (char)number;
}

/* Size and count of arguments, eight bytes each, then arguments and environment with zeros between. */
static char *request(char **arguments, size_t *size) {
  size_t count = 0;
  while (arguments[count])
    count++;
  *size = HEADER + length(arguments) + length(environ) - 1;
  char *text = malloc(*size + 1);
  if (!text)
    fail("aws");
  put(text, *size);
  put(text + 8, count);
  append(append(text + HEADER, arguments), environ);
  return text;
}

/* The first bytes take the three streams and the folder along. */
static size_t send_streams(int server, char *text, size_t size) {
  int descriptors[DESCRIPTORS] = {0, 1, 2, open(".", O_RDONLY)};
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof descriptors)];
  } control = {0};
  struct iovec data = {text, size};
  struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof descriptors);
  memcpy(CMSG_DATA(header), descriptors, sizeof descriptors);
  ssize_t sent = sendmsg(server, &message, 0);
  if (sent < 0)
    fail("aws: the tests' aws server");
  return (size_t)sent;
}

int main(int count, char **arguments) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (count < 2 || strlen(arguments[1]) >= sizeof address.sun_path)
    return 255;
  strcpy(address.sun_path, arguments[1]);
  int server = socket(AF_UNIX, SOCK_STREAM, 0);
  if (connect(server, (struct sockaddr *)&address, sizeof address) != 0)
    fail("aws: the tests' aws server");
  size_t size;
  char *text = request(arguments + 2, &size);
  for (size_t sent = send_streams(server, text, size); sent < size;) {
    ssize_t more = write(server, text + sent, size - sent);
    if (more < 0)
      fail("aws: the tests' aws server");
    sent += (size_t)more;
  }
  unsigned char answer[2];
  if (recv(server, answer, sizeof answer, MSG_WAITALL) != sizeof answer) {
    fputs("aws: the tests' aws server ended before the command did\n", stderr);
    return 1;
  }
  int code = (int16_t)(answer[0] << 8 | answer[1]);
  if (code < 0)
    kill(getpid(), -code);
  return code;
}
