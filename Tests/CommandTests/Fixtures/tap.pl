# tap.pl FILE: what TAP::Parser finds: 'item outcome score of'; ends with 1 where it is not TAP.
# The parser knows version 13, of which 14 is a superset that it can read by that number.
use strict;
use warnings;
use TAP::Parser;

open my $file, '<:encoding(UTF-8)', $ARGV[0] or die "no file";
my $text = do { local $/; <$file> };
$text =~ s/\ATAP version 14\n/TAP version 13\n/ or die "no version 14";
my $parser = TAP::Parser->new({tap => $text});
my ($head, @mistakes);
while (my $result = $parser->next) {
  if ($result->is_test) { $head = $result }
  elsif ($result->is_yaml) {
    my $data = $result->data;
    my $outcome = $head->has_skip ? 'skipped' : $head->is_actual_ok ? 'pass' : $data->{severity};
    my ($item) = $head->description =~ /^- (\S+)/;
    print "$item $outcome $data->{score} $data->{max_score}\n";
  }
  elsif ($result->is_unknown && $result->raw =~ /\S/) { push @mistakes, $result->raw }
}
push @mistakes, $parser->parse_errors;
print map { "$_\n" } @mistakes;
exit(@mistakes ? 1 : 0);
